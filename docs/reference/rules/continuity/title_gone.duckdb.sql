-- continuity.title_gone as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
WITH "t18" AS (
  SELECT
    "t16"."collateral_id",
    "t16"."loan_id",
    "t16"."kind",
    "t16"."title_ref",
    "t16"."commune",
    "t16"."taken_on",
    "t16"."released_on",
    "t16"."value",
    "t16"."valued_on",
    "t16"."valuation_accepted",
    "t16"."evidence",
    "t16"."loan_no",
    "t16"."tape",
    "t16"."source_row",
    "t10"."institution_id"
  FROM (
    SELECT
      "t12"."collateral_id",
      "t12"."loan_id",
      "t12"."kind",
      "t12"."title_ref",
      "t12"."commune",
      "t12"."taken_on",
      "t12"."released_on",
      "t12"."value",
      "t12"."valued_on",
      "t12"."valuation_accepted",
      "t12"."evidence",
      "t12"."loan_no",
      "t12"."tape",
      "t12"."source_row"
    FROM (
      SELECT
        *
      FROM "later_collateral" AS "t3"
      WHERE
        "t3"."kind" IN ('hard_title', 'soft_title')
        AND (
          (
            (
              "t3"."released_on"
            ) IS NULL
          )
          OR (
            "t3"."released_on" > MAKE_DATE(2024, 11, 30)
          )
        )
    ) AS "t12"
  ) AS "t16"
  INNER JOIN (
    SELECT
      "t4"."loan_no",
      "t4"."institution_id"
    FROM "later_loans" AS "t4"
  ) AS "t10"
    ON "t16"."loan_no" = "t10"."loan_no"
)
SELECT
  "t35"."institution_id",
  "t35"."title" AS "subject",
  '' AS "aspect",
  CASE
    WHEN NOT (
      COALESCE(
        CASE
          WHEN COALESCE(
            NOT (
              "t35"."is_there"
            )
            AND NOT (
              COALESCE("t35"."later_has_collateral", FALSE)
            ),
            FALSE
          )
          THEN 'the collateral in the later tape'
          WHEN COALESCE(NOT (
            "t35"."is_there"
          ) AND (
            "t35"."is_loan_there" = 0
          ), FALSE)
          THEN 'a loan that it secures in the later tape'
          WHEN COALESCE(NOT (
            "t35"."is_there"
          ) AND (
            "t35"."is_returned" = 1
          ), FALSE)
          THEN 'the collateral of a loan it secures: a row was returned'
          WHEN COALESCE(
            NOT (
              "t35"."is_there"
            )
            AND NOT (
              COALESCE("t35"."earlier_is_whole_book" AND "t35"."later_is_whole_book", FALSE)
            ),
            FALSE
          )
          THEN 'the collateral of a whole book'
          ELSE NULL
        END,
        CASE
          WHEN (
            NOT (
              "t35"."is_there"
            )
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      )
    ) IS NULL
    THEN 'not_assessed'
    WHEN NOT (
      "t35"."is_there"
    )
    THEN 'found'
    ELSE 'sound'
  END AS "state",
  COALESCE(
    CASE
      WHEN COALESCE(
        NOT (
          "t35"."is_there"
        )
        AND NOT (
          COALESCE("t35"."later_has_collateral", FALSE)
        ),
        FALSE
      )
      THEN 'the collateral in the later tape'
      WHEN COALESCE(NOT (
        "t35"."is_there"
      ) AND (
        "t35"."is_loan_there" = 0
      ), FALSE)
      THEN 'a loan that it secures in the later tape'
      WHEN COALESCE(NOT (
        "t35"."is_there"
      ) AND (
        "t35"."is_returned" = 1
      ), FALSE)
      THEN 'the collateral of a loan it secures: a row was returned'
      WHEN COALESCE(
        NOT (
          "t35"."is_there"
        )
        AND NOT (
          COALESCE("t35"."earlier_is_whole_book" AND "t35"."later_is_whole_book", FALSE)
        ),
        FALSE
      )
      THEN 'the collateral of a whole book'
      ELSE NULL
    END,
    CASE
      WHEN (
        NOT (
          "t35"."is_there"
        )
      ) IS NULL
      THEN 'something the rule compares'
      ELSE CAST(NULL AS TEXT)
    END
  ) AS "missing",
  CASE
    WHEN NOT (
      "t35"."is_there"
    )
    THEN "t35"."source_row"
    ELSE "t35"."later_row"
  END AS "source_row",
  "t35"."kind" AS "observed",
  CAST("t35"."taken_on" AS TEXT) AS "limit",
  CAST(NULL AS BIGINT) AS "amount",
  CAST(NULL AS TEXT) AS "currency",
  CAST(NULL AS TEXT) AS "basis",
  CAST(NULL AS TEXT) AS "confidence",
  CAST(NULL AS TEXT) AS "citation",
  CASE WHEN NOT (
    "t35"."is_there"
  ) THEN "t35"."tape" ELSE "t35"."later_tape" END AS "tape",
  CAST(NULL AS TEXT) AS "subject_kind",
  CAST(NULL AS TEXT) AS "source_table",
  CAST(NULL AS TEXT) AS "unit",
  CASE
    WHEN NOT (
      "t35"."is_there"
    )
    THEN 'the row stands in the earlier tape'
    ELSE CAST(NULL AS TEXT)
  END AS "note",
  CASE WHEN NOT (
    "t35"."is_there"
  ) THEN CAST(NULL AS TEXT) ELSE "t35"."tape" END AS "other_tape",
  CASE
    WHEN NOT (
      "t35"."is_there"
    )
    THEN CAST(NULL AS BIGINT)
    ELSE "t35"."source_row"
  END AS "other_row"
FROM (
  SELECT
    "t34"."collateral_id",
    "t34"."kind",
    "t34"."title_ref",
    "t34"."commune",
    "t34"."taken_on",
    "t34"."released_on",
    "t34"."value",
    "t34"."valued_on",
    "t34"."valuation_accepted",
    "t34"."evidence",
    "t34"."loan_no",
    "t34"."tape",
    "t34"."source_row",
    "t34"."institution_id",
    "t34"."loan_id",
    "t34"."earlier_loan_no",
    "t34"."later_loan_no",
    "t34"."earlier_collateral_returned",
    "t34"."later_collateral_returned",
    "t34"."title",
    "t34"."is_loan_there",
    "t34"."is_returned",
    "t34"."ref_institution",
    "t34"."ref",
    "t34"."ref_kind",
    "t34"."ref_row",
    "t34"."ref_tape",
    "t34"."number_institution",
    "t34"."number",
    "t34"."number_kind",
    "t34"."number_row",
    "t34"."number_tape",
    "t34"."number_ref",
    "t34"."is_there",
    "t34"."later_row",
    "t34"."later_tape",
    "t6"."earlier_is_whole_book",
    "t6"."earlier_has_loans",
    "t6"."earlier_has_installments",
    "t6"."earlier_has_payments",
    "t6"."earlier_has_collateral",
    "t6"."earlier_has_recovery",
    "t6"."earlier_has_sources",
    "t6"."earlier_loans_returned",
    "t6"."later_is_whole_book",
    "t6"."later_has_loans",
    "t6"."later_has_installments",
    "t6"."later_has_payments",
    "t6"."later_has_collateral",
    "t6"."later_has_recovery",
    "t6"."later_has_sources",
    "t6"."later_loans_returned"
  FROM (
    SELECT
      "t32"."collateral_id",
      "t32"."kind",
      "t32"."title_ref",
      "t32"."commune",
      "t32"."taken_on",
      "t32"."released_on",
      "t32"."value",
      "t32"."valued_on",
      "t32"."valuation_accepted",
      "t32"."evidence",
      "t32"."loan_no",
      "t32"."tape",
      "t32"."source_row",
      "t32"."institution_id",
      "t32"."loan_id",
      "t32"."earlier_loan_no",
      "t32"."later_loan_no",
      "t32"."earlier_collateral_returned",
      "t32"."later_collateral_returned",
      "t32"."title",
      "t32"."is_loan_there",
      "t32"."is_returned",
      "t32"."ref_institution",
      "t32"."ref",
      "t32"."ref_kind",
      "t32"."ref_row",
      "t32"."ref_tape",
      "t32"."number_institution",
      "t32"."number",
      "t32"."number_kind",
      "t32"."number_row",
      "t32"."number_tape",
      "t32"."number_ref",
      NOT (
        "t32"."ref_row"
      ) IS NULL
      OR (
        NOT (
          "t32"."number_row"
        ) IS NULL
        AND (
          (
            (
              "t32"."number_ref"
            ) IS NULL
          )
          OR (
            (
              "t32"."title_ref"
            ) IS NULL
          )
        )
      ) AS "is_there",
      COALESCE("t32"."ref_row", "t32"."number_row") AS "later_row",
      COALESCE("t32"."ref_tape", "t32"."number_tape") AS "later_tape"
    FROM (
      SELECT
        "t31"."collateral_id",
        "t31"."kind",
        "t31"."title_ref",
        "t31"."commune",
        "t31"."taken_on",
        "t31"."released_on",
        "t31"."value",
        "t31"."valued_on",
        "t31"."valuation_accepted",
        "t31"."evidence",
        "t31"."loan_no",
        "t31"."tape",
        "t31"."source_row",
        "t31"."institution_id",
        "t31"."loan_id",
        "t31"."earlier_loan_no",
        "t31"."later_loan_no",
        "t31"."earlier_collateral_returned",
        "t31"."later_collateral_returned",
        "t31"."title",
        "t31"."is_loan_there",
        "t31"."is_returned",
        "t28"."ref_institution",
        "t28"."ref",
        "t28"."ref_kind",
        "t28"."ref_row",
        "t28"."ref_tape",
        "t25"."number_institution",
        "t25"."number",
        "t25"."number_kind",
        "t25"."number_row",
        "t25"."number_tape",
        "t25"."number_ref"
      FROM (
        SELECT
          "t29"."collateral_id",
          "t29"."kind",
          "t29"."title_ref",
          "t29"."commune",
          "t29"."taken_on",
          "t29"."released_on",
          "t29"."value",
          "t29"."valued_on",
          "t29"."valuation_accepted",
          "t29"."evidence",
          "t29"."loan_no",
          "t29"."tape",
          "t29"."source_row",
          "t29"."institution_id",
          "t29"."loan_id",
          "t29"."earlier_loan_no",
          "t29"."later_loan_no",
          "t29"."earlier_collateral_returned",
          "t29"."later_collateral_returned",
          "t29"."title",
          "t29"."is_loan_there",
          "t29"."is_returned"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t20"."collateral_id",
              "t20"."kind",
              "t20"."title_ref",
              "t20"."commune",
              "t20"."taken_on",
              "t20"."released_on",
              "t20"."value",
              "t20"."valued_on",
              "t20"."valuation_accepted",
              "t20"."evidence",
              "t20"."loan_no",
              "t20"."tape",
              "t20"."source_row",
              "t20"."institution_id",
              "t20"."loan_id",
              "t20"."earlier_loan_no",
              "t20"."later_loan_no",
              "t20"."earlier_collateral_returned",
              "t20"."later_collateral_returned",
              "t20"."title",
              ROW_NUMBER() OVER (
                PARTITION BY "t20"."institution_id", "t20"."title"
                ORDER BY "t20"."taken_on" ASC, "t20"."collateral_id" ASC, "t20"."source_row" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) - 1 AS "place",
              MAX(CAST(NOT (
                "t20"."later_loan_no"
              ) IS NULL AS BIGINT)) OVER (
                PARTITION BY "t20"."institution_id", "t20"."title"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "is_loan_there",
              MAX(
                CAST("t20"."earlier_collateral_returned"
                OR COALESCE("t20"."later_collateral_returned", FALSE) AS BIGINT)
              ) OVER (
                PARTITION BY "t20"."institution_id", "t20"."title"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "is_returned"
            FROM (
              SELECT
                "t17"."collateral_id",
                "t17"."kind",
                "t17"."title_ref",
                "t17"."commune",
                "t17"."taken_on",
                "t17"."released_on",
                "t17"."value",
                "t17"."valued_on",
                "t17"."valuation_accepted",
                "t17"."evidence",
                "t17"."loan_no",
                "t17"."tape",
                "t17"."source_row",
                "t17"."institution_id",
                "t17"."loan_id",
                "t17"."earlier_loan_no",
                "t17"."later_loan_no",
                "t17"."earlier_collateral_returned",
                "t17"."later_collateral_returned",
                COALESCE("t17"."title_ref", "t17"."collateral_id") AS "title"
              FROM (
                SELECT
                  "t15"."collateral_id",
                  "t15"."kind",
                  "t15"."title_ref",
                  "t15"."commune",
                  "t15"."taken_on",
                  "t15"."released_on",
                  "t15"."value",
                  "t15"."valued_on",
                  "t15"."valuation_accepted",
                  "t15"."evidence",
                  "t15"."loan_no",
                  "t15"."tape",
                  "t15"."source_row",
                  "t9"."institution_id",
                  "t9"."loan_id",
                  "t9"."earlier_loan_no",
                  "t9"."later_loan_no",
                  "t9"."earlier_collateral_returned",
                  "t9"."later_collateral_returned"
                FROM (
                  SELECT
                    "t11"."collateral_id",
                    "t11"."kind",
                    "t11"."title_ref",
                    "t11"."commune",
                    "t11"."taken_on",
                    "t11"."released_on",
                    "t11"."value",
                    "t11"."valued_on",
                    "t11"."valuation_accepted",
                    "t11"."evidence",
                    "t11"."loan_no",
                    "t11"."tape",
                    "t11"."source_row"
                  FROM (
                    SELECT
                      *
                    FROM "earlier_collateral" AS "t1"
                    WHERE
                      "t1"."kind" IN ('hard_title', 'soft_title')
                      AND "t1"."taken_on" <= MAKE_DATE(2024, 11, 30)
                      AND (
                        (
                          (
                            "t1"."released_on"
                          ) IS NULL
                        )
                        OR (
                          "t1"."released_on" > MAKE_DATE(2024, 11, 30)
                        )
                      )
                  ) AS "t11"
                ) AS "t15"
                INNER JOIN (
                  SELECT
                    "t2"."institution_id",
                    "t2"."loan_id",
                    "t2"."earlier_loan_no",
                    "t2"."later_loan_no",
                    "t2"."earlier_collateral_returned",
                    "t2"."later_collateral_returned"
                  FROM "month_loans" AS "t2"
                ) AS "t9"
                  ON "t15"."loan_no" = "t9"."earlier_loan_no"
              ) AS "t17"
            ) AS "t20"
          ) AS "t27"
          WHERE
            "t27"."place" = 0
        ) AS "t29"
      ) AS "t31"
      LEFT OUTER JOIN (
        SELECT
          "t24"."institution_id" AS "ref_institution",
          "t24"."title_ref" AS "ref",
          "t24"."kind" AS "ref_kind",
          "t24"."ref_row",
          "t24"."ref_tape"
        FROM (
          SELECT
            "t21"."institution_id",
            "t21"."title_ref",
            "t21"."kind",
            MIN("t21"."source_row") AS "ref_row",
            MIN("t21"."tape") AS "ref_tape"
          FROM (
            SELECT
              *
            FROM "t18" AS "t19"
            WHERE
              NOT (
                "t19"."title_ref"
              ) IS NULL
          ) AS "t21"
          GROUP BY
            1,
            2,
            3
        ) AS "t24"
      ) AS "t28"
        ON "t31"."institution_id" = "t28"."ref_institution"
        AND "t31"."title_ref" = "t28"."ref"
        AND "t31"."kind" = "t28"."ref_kind"
      LEFT OUTER JOIN (
        SELECT
          "t22"."institution_id" AS "number_institution",
          "t22"."collateral_id" AS "number",
          "t22"."kind" AS "number_kind",
          "t22"."number_row",
          "t22"."number_tape",
          "t22"."number_ref"
        FROM (
          SELECT
            "t19"."institution_id",
            "t19"."collateral_id",
            "t19"."kind",
            MIN("t19"."source_row") AS "number_row",
            MIN("t19"."tape") AS "number_tape",
            MIN("t19"."title_ref") AS "number_ref"
          FROM "t18" AS "t19"
          GROUP BY
            1,
            2,
            3
        ) AS "t22"
      ) AS "t25"
        ON "t31"."institution_id" = "t25"."number_institution"
        AND "t31"."collateral_id" = "t25"."number"
        AND "t31"."kind" = "t25"."number_kind"
    ) AS "t32"
  ) AS "t34"
  INNER JOIN (
    SELECT
      "t0"."institution_id",
      "t0"."earlier_is_whole_book",
      "t0"."earlier_has_loans",
      "t0"."earlier_has_installments",
      "t0"."earlier_has_payments",
      "t0"."earlier_has_collateral",
      "t0"."earlier_has_recovery",
      "t0"."earlier_has_sources",
      "t0"."earlier_loans_returned",
      "t0"."later_is_whole_book",
      "t0"."later_has_loans",
      "t0"."later_has_installments",
      "t0"."later_has_payments",
      "t0"."later_has_collateral",
      "t0"."later_has_recovery",
      "t0"."later_has_sources",
      "t0"."later_loans_returned"
    FROM "month_lenders" AS "t0"
  ) AS "t6"
    ON "t34"."institution_id" = "t6"."institution_id"
) AS "t35"
