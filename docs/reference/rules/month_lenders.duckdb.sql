-- month_lenders as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  COALESCE("t28"."institution_id", "t28"."institution_id_right") AS "institution_id",
  "t28"."earlier_tape",
  "t28"."earlier_row",
  "t28"."earlier_is_whole_book",
  "t28"."earlier_has_loans",
  "t28"."earlier_has_installments",
  "t28"."earlier_has_payments",
  "t28"."earlier_has_collateral",
  "t28"."earlier_has_recovery",
  "t28"."earlier_has_sources",
  "t28"."earlier_loans_returned",
  "t28"."later_tape",
  "t28"."later_row",
  "t28"."later_is_whole_book",
  "t28"."later_has_loans",
  "t28"."later_has_installments",
  "t28"."later_has_payments",
  "t28"."later_has_collateral",
  "t28"."later_has_recovery",
  "t28"."later_has_sources",
  "t28"."later_loans_returned"
FROM (
  SELECT
    "t8"."institution_id",
    "t8"."tape" AS "earlier_tape",
    "t8"."source_row" AS "earlier_row",
    COALESCE("t8"."is_whole_book", TRUE) AS "earlier_is_whole_book",
    COALESCE("t8"."has_loans", FALSE) AS "earlier_has_loans",
    COALESCE("t8"."has_installments", FALSE) AS "earlier_has_installments",
    COALESCE("t8"."has_payments", FALSE) AS "earlier_has_payments",
    COALESCE("t8"."has_collateral", FALSE) AS "earlier_has_collateral",
    COALESCE("t8"."has_recovery", FALSE) AS "earlier_has_recovery",
    NOT (
      "t24"."told_id"
    ) IS NULL AS "earlier_has_sources",
    NOT (
      "t16"."back_tape"
    ) IS NULL AS "earlier_loans_returned",
    "t27"."institution_id" AS "institution_id_right",
    "t27"."later_tape",
    "t27"."later_row",
    "t27"."later_is_whole_book",
    "t27"."later_has_loans",
    "t27"."later_has_installments",
    "t27"."later_has_payments",
    "t27"."later_has_collateral",
    "t27"."later_has_recovery",
    "t27"."later_has_sources",
    "t27"."later_loans_returned"
  FROM "earlier_institutions" AS "t8"
  LEFT OUTER JOIN (
    SELECT DISTINCT
      "t1"."tape" AS "back_tape"
    FROM "earlier_returned" AS "t1"
    WHERE
      "t1"."of" = 'loans' AND "t1"."returned" > 0
  ) AS "t16"
    ON "t8"."tape" = "t16"."back_tape"
  LEFT OUTER JOIN (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        "t10"."institution_id" AS "told_id"
      FROM "earlier_loans" AS "t10"
      INNER JOIN (
        SELECT DISTINCT
          "t5"."loan_no"
        FROM "earlier_payments" AS "t5"
        WHERE
          NOT (
            "t5"."source"
          ) IS NULL
      ) AS "t18"
        ON "t10"."loan_no" = "t18"."loan_no"
    ) AS "t20"
  ) AS "t24"
    ON "t8"."institution_id" = "t24"."told_id"
  FULL OUTER JOIN (
    SELECT
      "t9"."institution_id",
      "t9"."tape" AS "later_tape",
      "t9"."source_row" AS "later_row",
      COALESCE("t9"."is_whole_book", TRUE) AS "later_is_whole_book",
      COALESCE("t9"."has_loans", FALSE) AS "later_has_loans",
      COALESCE("t9"."has_installments", FALSE) AS "later_has_installments",
      COALESCE("t9"."has_payments", FALSE) AS "later_has_payments",
      COALESCE("t9"."has_collateral", FALSE) AS "later_has_collateral",
      COALESCE("t9"."has_recovery", FALSE) AS "later_has_recovery",
      NOT (
        "t25"."told_id"
      ) IS NULL AS "later_has_sources",
      NOT (
        "t17"."back_tape"
      ) IS NULL AS "later_loans_returned"
    FROM "later_institutions" AS "t9"
    LEFT OUTER JOIN (
      SELECT DISTINCT
        "t4"."tape" AS "back_tape"
      FROM "later_returned" AS "t4"
      WHERE
        "t4"."of" = 'loans' AND "t4"."returned" > 0
    ) AS "t17"
      ON "t9"."tape" = "t17"."back_tape"
    LEFT OUTER JOIN (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t11"."institution_id" AS "told_id"
        FROM "later_loans" AS "t11"
        INNER JOIN (
          SELECT DISTINCT
            "t7"."loan_no"
          FROM "later_payments" AS "t7"
          WHERE
            NOT (
              "t7"."source"
            ) IS NULL
        ) AS "t19"
          ON "t11"."loan_no" = "t19"."loan_no"
      ) AS "t21"
    ) AS "t25"
      ON "t9"."institution_id" = "t25"."told_id"
  ) AS "t27"
    ON "t8"."institution_id" = "t27"."institution_id"
) AS "t28"
ORDER BY
  COALESCE("t28"."institution_id", "t28"."institution_id_right") ASC
