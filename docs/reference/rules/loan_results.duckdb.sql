-- loan_results as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t3"."loan_no",
  "t3"."institution_id",
  "t3"."loan_id",
  "t3"."borrower_id",
  "t3"."currency",
  "t3"."segment",
  "t3"."is_microloan",
  "t3"."disbursed_on",
  "t3"."matures_on",
  "t3"."agreed_on",
  "t3"."is_signed_known",
  "t3"."is_short_term",
  "t3"."start_on",
  "t3"."is_restarted",
  "t3"."is_restructured",
  "t3"."is_schedule_unknown",
  "t3"."is_written_off",
  "t3"."principal",
  "t3"."restructured_balance",
  "t3"."nominal_rate",
  "t3"."rate_method",
  "t3"."frequency",
  "t3"."amortization",
  "t3"."grace_months",
  "t3"."fees_upfront",
  "t3"."title_kind",
  "t3"."ceiling",
  "t3"."reported_class",
  "t3"."reported_outstanding",
  "t3"."reported_provision",
  "t3"."reported_days_past_due",
  "t3"."reported_accrued_interest",
  "t3"."are_payments_known",
  "t3"."has_charges",
  "t3"."has_collateral",
  "t3"."has_recovery",
  "t3"."is_as_of",
  "t3"."is_bank",
  "t3"."lender_kind",
  "t3"."installments_returned",
  "t3"."charges_returned",
  "t3"."payments_returned",
  "t3"."collateral_returned",
  "t3"."recovery_returned",
  "t3"."weakness",
  "t3"."khr",
  "t3"."poverty",
  "t3"."province",
  "t3"."refinances",
  "t3"."tape",
  "t3"."source_row",
  "t3"."opening_balance",
  "t3"."outstanding_principal",
  "t3"."overpaid_principal",
  "t3"."arrears_principal",
  "t3"."arrears_interest",
  "t3"."days_past_due",
  "t3"."accrued_interest",
  "t3"."repaid_on",
  "t3"."schedule_rate_nominal",
  "t3"."schedule_rate_nominal_months",
  "t3"."all_in_rate_nominal",
  "t3"."all_in_rate_nominal_months",
  "t3"."all_in_rate_effective",
  "t3"."all_in_rate_effective_months",
  "t3"."rate_status",
  "t3"."excess_at_ceiling",
  "t3"."schedule_excess_at_ceiling",
  "t3"."schedule_excess_at_contract_rate",
  "t3"."due_next_month",
  "t3"."schedule_basis",
  "t3"."is_flat_as_lived",
  "t3"."basis",
  "t3"."computed_outstanding",
  "t3"."computed_days_past_due",
  "t3"."cash",
  "t3"."proven_value",
  "t3"."titles_held",
  "t3"."security_weakness",
  "t3"."is_grid_in_force",
  "t3"."is_grid_held_back",
  "t3"."grade",
  "t3"."grade_confidence",
  "t3"."grade_citation",
  "t3"."provision_base",
  "t3"."provision_rate",
  "t3"."provision_required",
  "t3"."provision_shortfall",
  "t3"."provision_confidence",
  "t3"."provision_citation",
  "t3"."interest_in_suspense",
  "t3"."ceiling_confidence",
  "t3"."ceiling_citation",
  CASE
    WHEN GREATEST(
      COALESCE(
        CASE
          WHEN "t3"."grade_confidence" = 'seed'
          THEN 0
          WHEN "t3"."grade_confidence" = 'primary'
          THEN 1
          WHEN "t3"."grade_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."grade_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."grade_confidence" = 'restated'
          THEN 4
          WHEN "t3"."grade_confidence" = 'press'
          THEN 5
          WHEN "t3"."grade_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."grade_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN "t3"."ceiling_confidence" = 'seed'
          THEN 0
          WHEN "t3"."ceiling_confidence" = 'primary'
          THEN 1
          WHEN "t3"."ceiling_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."ceiling_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."ceiling_confidence" = 'restated'
          THEN 4
          WHEN "t3"."ceiling_confidence" = 'press'
          THEN 5
          WHEN "t3"."ceiling_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."ceiling_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      )
    ) = 0
    THEN 'seed'
    WHEN GREATEST(
      COALESCE(
        CASE
          WHEN "t3"."grade_confidence" = 'seed'
          THEN 0
          WHEN "t3"."grade_confidence" = 'primary'
          THEN 1
          WHEN "t3"."grade_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."grade_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."grade_confidence" = 'restated'
          THEN 4
          WHEN "t3"."grade_confidence" = 'press'
          THEN 5
          WHEN "t3"."grade_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."grade_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN "t3"."ceiling_confidence" = 'seed'
          THEN 0
          WHEN "t3"."ceiling_confidence" = 'primary'
          THEN 1
          WHEN "t3"."ceiling_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."ceiling_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."ceiling_confidence" = 'restated'
          THEN 4
          WHEN "t3"."ceiling_confidence" = 'press'
          THEN 5
          WHEN "t3"."ceiling_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."ceiling_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      )
    ) = 1
    THEN 'primary'
    WHEN GREATEST(
      COALESCE(
        CASE
          WHEN "t3"."grade_confidence" = 'seed'
          THEN 0
          WHEN "t3"."grade_confidence" = 'primary'
          THEN 1
          WHEN "t3"."grade_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."grade_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."grade_confidence" = 'restated'
          THEN 4
          WHEN "t3"."grade_confidence" = 'press'
          THEN 5
          WHEN "t3"."grade_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."grade_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN "t3"."ceiling_confidence" = 'seed'
          THEN 0
          WHEN "t3"."ceiling_confidence" = 'primary'
          THEN 1
          WHEN "t3"."ceiling_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."ceiling_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."ceiling_confidence" = 'restated'
          THEN 4
          WHEN "t3"."ceiling_confidence" = 'press'
          THEN 5
          WHEN "t3"."ceiling_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."ceiling_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      )
    ) = 2
    THEN 'confirmed'
    WHEN GREATEST(
      COALESCE(
        CASE
          WHEN "t3"."grade_confidence" = 'seed'
          THEN 0
          WHEN "t3"."grade_confidence" = 'primary'
          THEN 1
          WHEN "t3"."grade_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."grade_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."grade_confidence" = 'restated'
          THEN 4
          WHEN "t3"."grade_confidence" = 'press'
          THEN 5
          WHEN "t3"."grade_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."grade_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN "t3"."ceiling_confidence" = 'seed'
          THEN 0
          WHEN "t3"."ceiling_confidence" = 'primary'
          THEN 1
          WHEN "t3"."ceiling_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."ceiling_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."ceiling_confidence" = 'restated'
          THEN 4
          WHEN "t3"."ceiling_confidence" = 'press'
          THEN 5
          WHEN "t3"."ceiling_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."ceiling_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      )
    ) = 3
    THEN 'official_form'
    WHEN GREATEST(
      COALESCE(
        CASE
          WHEN "t3"."grade_confidence" = 'seed'
          THEN 0
          WHEN "t3"."grade_confidence" = 'primary'
          THEN 1
          WHEN "t3"."grade_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."grade_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."grade_confidence" = 'restated'
          THEN 4
          WHEN "t3"."grade_confidence" = 'press'
          THEN 5
          WHEN "t3"."grade_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."grade_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN "t3"."ceiling_confidence" = 'seed'
          THEN 0
          WHEN "t3"."ceiling_confidence" = 'primary'
          THEN 1
          WHEN "t3"."ceiling_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."ceiling_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."ceiling_confidence" = 'restated'
          THEN 4
          WHEN "t3"."ceiling_confidence" = 'press'
          THEN 5
          WHEN "t3"."ceiling_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."ceiling_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      )
    ) = 4
    THEN 'restated'
    WHEN GREATEST(
      COALESCE(
        CASE
          WHEN "t3"."grade_confidence" = 'seed'
          THEN 0
          WHEN "t3"."grade_confidence" = 'primary'
          THEN 1
          WHEN "t3"."grade_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."grade_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."grade_confidence" = 'restated'
          THEN 4
          WHEN "t3"."grade_confidence" = 'press'
          THEN 5
          WHEN "t3"."grade_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."grade_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN "t3"."ceiling_confidence" = 'seed'
          THEN 0
          WHEN "t3"."ceiling_confidence" = 'primary'
          THEN 1
          WHEN "t3"."ceiling_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."ceiling_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."ceiling_confidence" = 'restated'
          THEN 4
          WHEN "t3"."ceiling_confidence" = 'press'
          THEN 5
          WHEN "t3"."ceiling_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."ceiling_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      )
    ) = 5
    THEN 'press'
    WHEN GREATEST(
      COALESCE(
        CASE
          WHEN "t3"."grade_confidence" = 'seed'
          THEN 0
          WHEN "t3"."grade_confidence" = 'primary'
          THEN 1
          WHEN "t3"."grade_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."grade_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."grade_confidence" = 'restated'
          THEN 4
          WHEN "t3"."grade_confidence" = 'press'
          THEN 5
          WHEN "t3"."grade_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."grade_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN "t3"."ceiling_confidence" = 'seed'
          THEN 0
          WHEN "t3"."ceiling_confidence" = 'primary'
          THEN 1
          WHEN "t3"."ceiling_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."ceiling_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."ceiling_confidence" = 'restated'
          THEN 4
          WHEN "t3"."ceiling_confidence" = 'press'
          THEN 5
          WHEN "t3"."ceiling_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."ceiling_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      )
    ) = 6
    THEN 'unverified'
    WHEN GREATEST(
      COALESCE(
        CASE
          WHEN "t3"."grade_confidence" = 'seed'
          THEN 0
          WHEN "t3"."grade_confidence" = 'primary'
          THEN 1
          WHEN "t3"."grade_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."grade_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."grade_confidence" = 'restated'
          THEN 4
          WHEN "t3"."grade_confidence" = 'press'
          THEN 5
          WHEN "t3"."grade_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."grade_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."provision_required"
            ) IS NULL
            THEN "t3"."provision_confidence"
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN "t3"."ceiling_confidence" = 'seed'
          THEN 0
          WHEN "t3"."ceiling_confidence" = 'primary'
          THEN 1
          WHEN "t3"."ceiling_confidence" = 'confirmed'
          THEN 2
          WHEN "t3"."ceiling_confidence" = 'official_form'
          THEN 3
          WHEN "t3"."ceiling_confidence" = 'restated'
          THEN 4
          WHEN "t3"."ceiling_confidence" = 'press'
          THEN 5
          WHEN "t3"."ceiling_confidence" = 'unverified'
          THEN 6
          WHEN "t3"."ceiling_confidence" = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      ),
      COALESCE(
        CASE
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'seed'
          THEN 0
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'primary'
          THEN 1
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'confirmed'
          THEN 2
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'official_form'
          THEN 3
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'restated'
          THEN 4
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'press'
          THEN 5
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'unverified'
          THEN 6
          WHEN CASE
            WHEN NOT (
              "t3"."interest_in_suspense"
            ) IS NULL
            THEN 'unverified'
            ELSE CAST(NULL AS TEXT)
          END = 'proposed'
          THEN 7
          ELSE NULL
        END,
        -1
      )
    ) = 7
    THEN 'proposed'
    ELSE NULL
  END AS "confidence"
FROM (
  SELECT
    "t2"."loan_no",
    "t2"."institution_id",
    "t2"."loan_id",
    "t2"."borrower_id",
    "t2"."currency",
    "t2"."segment",
    "t2"."is_microloan",
    "t2"."disbursed_on",
    "t2"."matures_on",
    "t2"."agreed_on",
    "t2"."is_signed_known",
    "t2"."is_short_term",
    "t2"."start_on",
    "t2"."is_restarted",
    "t2"."is_restructured",
    "t2"."is_schedule_unknown",
    "t2"."is_written_off",
    "t2"."principal",
    "t2"."restructured_balance",
    "t2"."nominal_rate",
    "t2"."rate_method",
    "t2"."frequency",
    "t2"."amortization",
    "t2"."grace_months",
    "t2"."fees_upfront",
    "t2"."title_kind",
    "t2"."ceiling",
    "t2"."reported_class",
    "t2"."reported_outstanding",
    CASE
      WHEN "t2"."is_as_of" AND NOT (
        "t2"."is_written_off"
      )
      THEN "t2"."reported_provision"
      ELSE CAST(NULL AS BIGINT)
    END AS "reported_provision",
    "t2"."reported_days_past_due",
    "t2"."reported_accrued_interest",
    "t2"."are_payments_known",
    "t2"."has_charges",
    "t2"."has_collateral",
    "t2"."has_recovery",
    "t2"."is_as_of",
    "t2"."is_bank",
    "t2"."lender_kind",
    "t2"."installments_returned",
    "t2"."charges_returned",
    "t2"."payments_returned",
    "t2"."collateral_returned",
    "t2"."recovery_returned",
    "t2"."weakness",
    "t2"."khr",
    "t2"."poverty",
    "t2"."province",
    "t2"."refinances",
    "t2"."tape",
    "t2"."source_row",
    "t2"."opening_balance",
    "t2"."outstanding_principal",
    "t2"."overpaid_principal",
    "t2"."arrears_principal",
    "t2"."arrears_interest",
    "t2"."days_past_due",
    "t2"."accrued_interest",
    "t2"."repaid_on",
    "t2"."schedule_rate_nominal",
    "t2"."schedule_rate_nominal_months",
    "t2"."all_in_rate_nominal",
    "t2"."all_in_rate_nominal_months",
    "t2"."all_in_rate_effective",
    "t2"."all_in_rate_effective_months",
    "t2"."rate_status",
    "t2"."excess_at_ceiling",
    "t2"."schedule_excess_at_ceiling",
    "t2"."schedule_excess_at_contract_rate",
    "t2"."due_next_month",
    "t2"."schedule_basis",
    "t2"."is_flat_as_lived",
    "t2"."basis",
    "t2"."computed_outstanding",
    "t2"."computed_days_past_due",
    "t2"."cash",
    "t2"."proven_value",
    "t2"."titles_held",
    "t2"."security_weakness",
    "t2"."is_grid_in_force",
    "t2"."is_grid_held_back",
    "t2"."grade",
    "t2"."grade_confidence",
    "t2"."grade_citation",
    "t2"."provision_rate",
    "t2"."provision_base",
    "t2"."provision_confidence",
    "t2"."provision_citation",
    (
      (
        "t2"."provision_base"
      ) // (
        10000
      ) * "t2"."provision_rate"
    ) + (
      (
        (
          "t2"."provision_base" % 10000
        ) * "t2"."provision_rate" * 2
      ) + 10000
    ) // (
      20000
    ) AS "provision_required",
    CASE
      WHEN NOT (
        (
          (
            (
              "t2"."provision_base"
            ) // (
              10000
            ) * "t2"."provision_rate"
          ) + (
            (
              (
                "t2"."provision_base" % 10000
              ) * "t2"."provision_rate" * 2
            ) + 10000
          ) // (
            20000
          )
        ) - CASE
          WHEN "t2"."is_as_of" AND NOT (
            "t2"."is_written_off"
          )
          THEN "t2"."reported_provision"
          ELSE CAST(NULL AS BIGINT)
        END
      ) IS NULL
      THEN GREATEST(
        (
          (
            (
              "t2"."provision_base"
            ) // (
              10000
            ) * "t2"."provision_rate"
          ) + (
            (
              (
                "t2"."provision_base" % 10000
              ) * "t2"."provision_rate" * 2
            ) + 10000
          ) // (
            20000
          )
        ) - CASE
          WHEN "t2"."is_as_of" AND NOT (
            "t2"."is_written_off"
          )
          THEN "t2"."reported_provision"
          ELSE CAST(NULL AS BIGINT)
        END,
        0
      )
      ELSE CAST(NULL AS BIGINT)
    END AS "provision_shortfall",
    CASE
      WHEN CASE
        WHEN "t2"."grade" = 'standard'
        THEN 0
        WHEN "t2"."grade" = 'special_mention'
        THEN 1
        WHEN "t2"."grade" = 'substandard'
        THEN 2
        WHEN "t2"."grade" = 'doubtful'
        THEN 3
        WHEN "t2"."grade" = 'loss'
        THEN 4
        ELSE NULL
      END >= 2
      THEN CASE
        WHEN "t2"."is_as_of"
        THEN "t2"."reported_accrued_interest"
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN NOT (
        CASE
          WHEN "t2"."grade" = 'standard'
          THEN 0
          WHEN "t2"."grade" = 'special_mention'
          THEN 1
          WHEN "t2"."grade" = 'substandard'
          THEN 2
          WHEN "t2"."grade" = 'doubtful'
          THEN 3
          WHEN "t2"."grade" = 'loss'
          THEN 4
          ELSE NULL
        END >= 2
      )
      THEN 0
      ELSE NULL
    END AS "interest_in_suspense",
    CASE WHEN "t2"."agreed_on" >= MAKE_DATE(2017, 4, 1) THEN 'primary' ELSE NULL END AS "ceiling_confidence",
    CASE WHEN "t2"."agreed_on" >= MAKE_DATE(2017, 4, 1) THEN 'B7-017-109' ELSE NULL END AS "ceiling_citation"
  FROM (
    SELECT
      "t1"."loan_no",
      "t1"."institution_id",
      "t1"."loan_id",
      "t1"."borrower_id",
      "t1"."currency",
      "t1"."segment",
      "t1"."is_microloan",
      "t1"."disbursed_on",
      "t1"."matures_on",
      "t1"."agreed_on",
      "t1"."is_signed_known",
      "t1"."is_short_term",
      "t1"."start_on",
      "t1"."is_restarted",
      "t1"."is_restructured",
      "t1"."is_schedule_unknown",
      "t1"."is_written_off",
      "t1"."principal",
      "t1"."restructured_balance",
      "t1"."nominal_rate",
      "t1"."rate_method",
      "t1"."frequency",
      "t1"."amortization",
      "t1"."grace_months",
      "t1"."fees_upfront",
      "t1"."title_kind",
      "t1"."ceiling",
      "t1"."reported_class",
      "t1"."reported_outstanding",
      "t1"."reported_provision",
      "t1"."reported_days_past_due",
      "t1"."reported_accrued_interest",
      "t1"."are_payments_known",
      "t1"."has_charges",
      "t1"."has_collateral",
      "t1"."has_recovery",
      "t1"."is_as_of",
      "t1"."is_bank",
      "t1"."lender_kind",
      "t1"."installments_returned",
      "t1"."charges_returned",
      "t1"."payments_returned",
      "t1"."collateral_returned",
      "t1"."recovery_returned",
      "t1"."weakness",
      "t1"."khr",
      "t1"."poverty",
      "t1"."province",
      "t1"."refinances",
      "t1"."tape",
      "t1"."source_row",
      "t1"."opening_balance",
      "t1"."outstanding_principal",
      "t1"."overpaid_principal",
      "t1"."arrears_principal",
      "t1"."arrears_interest",
      "t1"."days_past_due",
      "t1"."accrued_interest",
      "t1"."repaid_on",
      "t1"."schedule_rate_nominal",
      "t1"."schedule_rate_nominal_months",
      "t1"."all_in_rate_nominal",
      "t1"."all_in_rate_nominal_months",
      "t1"."all_in_rate_effective",
      "t1"."all_in_rate_effective_months",
      "t1"."rate_status",
      "t1"."excess_at_ceiling",
      "t1"."schedule_excess_at_ceiling",
      "t1"."schedule_excess_at_contract_rate",
      "t1"."due_next_month",
      "t1"."schedule_basis",
      "t1"."is_flat_as_lived",
      "t1"."basis",
      "t1"."computed_outstanding",
      "t1"."computed_days_past_due",
      "t1"."cash",
      "t1"."proven_value",
      "t1"."titles_held",
      "t1"."security_weakness",
      "t1"."is_grid_in_force",
      "t1"."is_grid_held_back",
      "t1"."grade",
      "t1"."grade_confidence",
      "t1"."grade_citation",
      CASE
        WHEN NOT (
          "t1"."grade"
        ) IS NULL
        AND NOT (
          "t1"."outstanding_principal"
        ) IS NULL
        AND NOT (
          "t1"."cash"
        ) IS NULL
        AND NOT (
          "t1"."proven_value"
        ) IS NULL
        THEN CASE
          WHEN (
            "t1"."lender_kind" = 'bank'
          ) AND (
            "t1"."grade" = 'standard'
          )
          THEN 100
          WHEN (
            "t1"."lender_kind" = 'bank'
          ) AND (
            "t1"."grade" = 'special_mention'
          )
          THEN 300
          WHEN (
            "t1"."lender_kind" = 'bank'
          ) AND (
            "t1"."grade" = 'substandard'
          )
          THEN 2000
          WHEN (
            "t1"."lender_kind" = 'bank'
          ) AND (
            "t1"."grade" = 'doubtful'
          )
          THEN 5000
          WHEN (
            "t1"."lender_kind" = 'bank'
          ) AND (
            "t1"."grade" = 'loss'
          )
          THEN 10000
          WHEN (
            "t1"."lender_kind" = 'licensed'
          ) AND (
            "t1"."grade" = 'standard'
          )
          THEN 100
          WHEN (
            "t1"."lender_kind" = 'licensed'
          ) AND (
            "t1"."grade" = 'special_mention'
          )
          THEN 300
          WHEN (
            "t1"."lender_kind" = 'licensed'
          ) AND (
            "t1"."grade" = 'substandard'
          )
          THEN 2000
          WHEN (
            "t1"."lender_kind" = 'licensed'
          ) AND (
            "t1"."grade" = 'doubtful'
          )
          THEN 5000
          WHEN (
            "t1"."lender_kind" = 'licensed'
          ) AND (
            "t1"."grade" = 'loss'
          )
          THEN 10000
          WHEN (
            "t1"."lender_kind" = 'licensed_deposit_taking'
          )
          AND (
            "t1"."grade" = 'standard'
          )
          THEN 100
          WHEN (
            "t1"."lender_kind" = 'licensed_deposit_taking'
          )
          AND (
            "t1"."grade" = 'special_mention'
          )
          THEN 300
          WHEN (
            "t1"."lender_kind" = 'licensed_deposit_taking'
          )
          AND (
            "t1"."grade" = 'substandard'
          )
          THEN 2000
          WHEN (
            "t1"."lender_kind" = 'licensed_deposit_taking'
          )
          AND (
            "t1"."grade" = 'doubtful'
          )
          THEN 5000
          WHEN (
            "t1"."lender_kind" = 'licensed_deposit_taking'
          )
          AND (
            "t1"."grade" = 'loss'
          )
          THEN 10000
          WHEN (
            "t1"."lender_kind" = 'registered'
          ) AND (
            "t1"."grade" = 'standard'
          )
          THEN 100
          WHEN (
            "t1"."lender_kind" = 'registered'
          )
          AND (
            "t1"."grade" = 'special_mention'
          )
          THEN 300
          WHEN (
            "t1"."lender_kind" = 'registered'
          ) AND (
            "t1"."grade" = 'substandard'
          )
          THEN 2000
          WHEN (
            "t1"."lender_kind" = 'registered'
          ) AND (
            "t1"."grade" = 'doubtful'
          )
          THEN 5000
          WHEN (
            "t1"."lender_kind" = 'registered'
          ) AND (
            "t1"."grade" = 'loss'
          )
          THEN 10000
          WHEN (
            "t1"."lender_kind" = 'unregistered'
          ) AND (
            "t1"."grade" = 'standard'
          )
          THEN 100
          WHEN (
            "t1"."lender_kind" = 'unregistered'
          )
          AND (
            "t1"."grade" = 'special_mention'
          )
          THEN 300
          WHEN (
            "t1"."lender_kind" = 'unregistered'
          ) AND (
            "t1"."grade" = 'substandard'
          )
          THEN 2000
          WHEN (
            "t1"."lender_kind" = 'unregistered'
          ) AND (
            "t1"."grade" = 'doubtful'
          )
          THEN 5000
          WHEN (
            "t1"."lender_kind" = 'unregistered'
          ) AND (
            "t1"."grade" = 'loss'
          )
          THEN 10000
          ELSE NULL
        END
        ELSE CAST(NULL AS BIGINT)
      END AS "provision_rate",
      CASE
        WHEN NOT (
          "t1"."grade"
        ) IS NULL
        AND NOT (
          "t1"."outstanding_principal"
        ) IS NULL
        AND NOT (
          "t1"."cash"
        ) IS NULL
        AND NOT (
          "t1"."proven_value"
        ) IS NULL
        AND NOT (
          CASE
            WHEN (
              "t1"."lender_kind" = 'bank'
            ) AND (
              "t1"."grade" = 'standard'
            )
            THEN 100
            WHEN (
              "t1"."lender_kind" = 'bank'
            ) AND (
              "t1"."grade" = 'special_mention'
            )
            THEN 300
            WHEN (
              "t1"."lender_kind" = 'bank'
            ) AND (
              "t1"."grade" = 'substandard'
            )
            THEN 2000
            WHEN (
              "t1"."lender_kind" = 'bank'
            ) AND (
              "t1"."grade" = 'doubtful'
            )
            THEN 5000
            WHEN (
              "t1"."lender_kind" = 'bank'
            ) AND (
              "t1"."grade" = 'loss'
            )
            THEN 10000
            WHEN (
              "t1"."lender_kind" = 'licensed'
            ) AND (
              "t1"."grade" = 'standard'
            )
            THEN 100
            WHEN (
              "t1"."lender_kind" = 'licensed'
            ) AND (
              "t1"."grade" = 'special_mention'
            )
            THEN 300
            WHEN (
              "t1"."lender_kind" = 'licensed'
            ) AND (
              "t1"."grade" = 'substandard'
            )
            THEN 2000
            WHEN (
              "t1"."lender_kind" = 'licensed'
            ) AND (
              "t1"."grade" = 'doubtful'
            )
            THEN 5000
            WHEN (
              "t1"."lender_kind" = 'licensed'
            ) AND (
              "t1"."grade" = 'loss'
            )
            THEN 10000
            WHEN (
              "t1"."lender_kind" = 'licensed_deposit_taking'
            )
            AND (
              "t1"."grade" = 'standard'
            )
            THEN 100
            WHEN (
              "t1"."lender_kind" = 'licensed_deposit_taking'
            )
            AND (
              "t1"."grade" = 'special_mention'
            )
            THEN 300
            WHEN (
              "t1"."lender_kind" = 'licensed_deposit_taking'
            )
            AND (
              "t1"."grade" = 'substandard'
            )
            THEN 2000
            WHEN (
              "t1"."lender_kind" = 'licensed_deposit_taking'
            )
            AND (
              "t1"."grade" = 'doubtful'
            )
            THEN 5000
            WHEN (
              "t1"."lender_kind" = 'licensed_deposit_taking'
            )
            AND (
              "t1"."grade" = 'loss'
            )
            THEN 10000
            WHEN (
              "t1"."lender_kind" = 'registered'
            ) AND (
              "t1"."grade" = 'standard'
            )
            THEN 100
            WHEN (
              "t1"."lender_kind" = 'registered'
            )
            AND (
              "t1"."grade" = 'special_mention'
            )
            THEN 300
            WHEN (
              "t1"."lender_kind" = 'registered'
            ) AND (
              "t1"."grade" = 'substandard'
            )
            THEN 2000
            WHEN (
              "t1"."lender_kind" = 'registered'
            ) AND (
              "t1"."grade" = 'doubtful'
            )
            THEN 5000
            WHEN (
              "t1"."lender_kind" = 'registered'
            ) AND (
              "t1"."grade" = 'loss'
            )
            THEN 10000
            WHEN (
              "t1"."lender_kind" = 'unregistered'
            ) AND (
              "t1"."grade" = 'standard'
            )
            THEN 100
            WHEN (
              "t1"."lender_kind" = 'unregistered'
            )
            AND (
              "t1"."grade" = 'special_mention'
            )
            THEN 300
            WHEN (
              "t1"."lender_kind" = 'unregistered'
            ) AND (
              "t1"."grade" = 'substandard'
            )
            THEN 2000
            WHEN (
              "t1"."lender_kind" = 'unregistered'
            ) AND (
              "t1"."grade" = 'doubtful'
            )
            THEN 5000
            WHEN (
              "t1"."lender_kind" = 'unregistered'
            ) AND (
              "t1"."grade" = 'loss'
            )
            THEN 10000
            ELSE NULL
          END
        ) IS NULL
        THEN GREATEST(
          (
            "t1"."outstanding_principal" - "t1"."cash"
          ) - CASE WHEN "t1"."grade" = 'loss' THEN "t1"."proven_value" ELSE 0 END,
          0
        )
        ELSE CAST(NULL AS BIGINT)
      END AS "provision_base",
      CASE
        WHEN (
          "t1"."lender_kind" = 'bank'
        ) AND (
          "t1"."grade" = 'standard'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'bank'
        ) AND (
          "t1"."grade" = 'special_mention'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'bank'
        ) AND (
          "t1"."grade" = 'substandard'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'bank'
        ) AND (
          "t1"."grade" = 'doubtful'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'bank'
        ) AND (
          "t1"."grade" = 'loss'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'licensed'
        ) AND (
          "t1"."grade" = 'standard'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'licensed'
        ) AND (
          "t1"."grade" = 'special_mention'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'licensed'
        ) AND (
          "t1"."grade" = 'substandard'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'licensed'
        ) AND (
          "t1"."grade" = 'doubtful'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'licensed'
        ) AND (
          "t1"."grade" = 'loss'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'licensed_deposit_taking'
        )
        AND (
          "t1"."grade" = 'standard'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'licensed_deposit_taking'
        )
        AND (
          "t1"."grade" = 'special_mention'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'licensed_deposit_taking'
        )
        AND (
          "t1"."grade" = 'substandard'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'licensed_deposit_taking'
        )
        AND (
          "t1"."grade" = 'doubtful'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'licensed_deposit_taking'
        )
        AND (
          "t1"."grade" = 'loss'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'registered'
        ) AND (
          "t1"."grade" = 'standard'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'registered'
        )
        AND (
          "t1"."grade" = 'special_mention'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'registered'
        ) AND (
          "t1"."grade" = 'substandard'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'registered'
        ) AND (
          "t1"."grade" = 'doubtful'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'registered'
        ) AND (
          "t1"."grade" = 'loss'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'unregistered'
        ) AND (
          "t1"."grade" = 'standard'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'unregistered'
        )
        AND (
          "t1"."grade" = 'special_mention'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'unregistered'
        ) AND (
          "t1"."grade" = 'substandard'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'unregistered'
        ) AND (
          "t1"."grade" = 'doubtful'
        )
        THEN 'unverified'
        WHEN (
          "t1"."lender_kind" = 'unregistered'
        ) AND (
          "t1"."grade" = 'loss'
        )
        THEN 'unverified'
        ELSE NULL
      END AS "provision_confidence",
      CASE
        WHEN (
          "t1"."lender_kind" = 'bank'
        ) AND (
          "t1"."grade" = 'standard'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'bank'
        ) AND (
          "t1"."grade" = 'special_mention'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'bank'
        ) AND (
          "t1"."grade" = 'substandard'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'bank'
        ) AND (
          "t1"."grade" = 'doubtful'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'bank'
        ) AND (
          "t1"."grade" = 'loss'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'licensed'
        ) AND (
          "t1"."grade" = 'standard'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'licensed'
        ) AND (
          "t1"."grade" = 'special_mention'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'licensed'
        ) AND (
          "t1"."grade" = 'substandard'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'licensed'
        ) AND (
          "t1"."grade" = 'doubtful'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'licensed'
        ) AND (
          "t1"."grade" = 'loss'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'licensed_deposit_taking'
        )
        AND (
          "t1"."grade" = 'standard'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'licensed_deposit_taking'
        )
        AND (
          "t1"."grade" = 'special_mention'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'licensed_deposit_taking'
        )
        AND (
          "t1"."grade" = 'substandard'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'licensed_deposit_taking'
        )
        AND (
          "t1"."grade" = 'doubtful'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'licensed_deposit_taking'
        )
        AND (
          "t1"."grade" = 'loss'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'registered'
        ) AND (
          "t1"."grade" = 'standard'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'registered'
        )
        AND (
          "t1"."grade" = 'special_mention'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'registered'
        ) AND (
          "t1"."grade" = 'substandard'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'registered'
        ) AND (
          "t1"."grade" = 'doubtful'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'registered'
        ) AND (
          "t1"."grade" = 'loss'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'unregistered'
        ) AND (
          "t1"."grade" = 'standard'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'unregistered'
        )
        AND (
          "t1"."grade" = 'special_mention'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'unregistered'
        ) AND (
          "t1"."grade" = 'substandard'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'unregistered'
        ) AND (
          "t1"."grade" = 'doubtful'
        )
        THEN 'B7-017-344'
        WHEN (
          "t1"."lender_kind" = 'unregistered'
        ) AND (
          "t1"."grade" = 'loss'
        )
        THEN 'B7-017-344'
        ELSE NULL
      END AS "provision_citation"
    FROM (
      SELECT
        "t0"."loan_no",
        "t0"."institution_id",
        "t0"."loan_id",
        "t0"."borrower_id",
        "t0"."currency",
        "t0"."segment",
        "t0"."is_microloan",
        "t0"."disbursed_on",
        "t0"."matures_on",
        "t0"."agreed_on",
        "t0"."is_signed_known",
        "t0"."is_short_term",
        "t0"."start_on",
        "t0"."is_restarted",
        "t0"."is_restructured",
        "t0"."is_schedule_unknown",
        "t0"."is_written_off",
        "t0"."principal",
        "t0"."restructured_balance",
        "t0"."nominal_rate",
        "t0"."rate_method",
        "t0"."frequency",
        "t0"."amortization",
        "t0"."grace_months",
        "t0"."fees_upfront",
        "t0"."title_kind",
        "t0"."ceiling",
        "t0"."reported_class",
        "t0"."reported_outstanding",
        "t0"."reported_provision",
        "t0"."reported_days_past_due",
        "t0"."reported_accrued_interest",
        "t0"."are_payments_known",
        "t0"."has_charges",
        "t0"."has_collateral",
        "t0"."has_recovery",
        "t0"."is_as_of",
        "t0"."is_bank",
        "t0"."lender_kind",
        "t0"."installments_returned",
        "t0"."charges_returned",
        "t0"."payments_returned",
        "t0"."collateral_returned",
        "t0"."recovery_returned",
        "t0"."weakness",
        "t0"."khr",
        "t0"."poverty",
        "t0"."province",
        "t0"."refinances",
        "t0"."tape",
        "t0"."source_row",
        "t0"."opening_balance",
        "t0"."outstanding_principal",
        "t0"."overpaid_principal",
        "t0"."arrears_principal",
        "t0"."arrears_interest",
        "t0"."days_past_due",
        "t0"."accrued_interest",
        "t0"."repaid_on",
        "t0"."schedule_rate_nominal",
        "t0"."schedule_rate_nominal_months",
        "t0"."all_in_rate_nominal",
        "t0"."all_in_rate_nominal_months",
        "t0"."all_in_rate_effective",
        "t0"."all_in_rate_effective_months",
        "t0"."rate_status",
        "t0"."excess_at_ceiling",
        "t0"."schedule_excess_at_ceiling",
        "t0"."schedule_excess_at_contract_rate",
        "t0"."due_next_month",
        "t0"."schedule_basis",
        "t0"."is_flat_as_lived",
        "t0"."basis",
        "t0"."computed_outstanding",
        "t0"."computed_days_past_due",
        "t0"."cash",
        "t0"."proven_value",
        "t0"."titles_held",
        "t0"."security_weakness",
        COALESCE(
          CASE
            WHEN "t0"."lender_kind" = 'bank'
            THEN TRUE
            WHEN "t0"."lender_kind" = 'licensed'
            THEN TRUE
            WHEN "t0"."lender_kind" = 'licensed_deposit_taking'
            THEN TRUE
            WHEN "t0"."lender_kind" = 'registered'
            THEN TRUE
            WHEN "t0"."lender_kind" = 'unregistered'
            THEN TRUE
            ELSE NULL
          END,
          FALSE
        ) AS "is_grid_in_force",
        NOT (
          CASE
            WHEN "t0"."lender_kind" = 'bank'
            THEN TRUE
            WHEN "t0"."lender_kind" = 'licensed'
            THEN TRUE
            WHEN "t0"."lender_kind" = 'licensed_deposit_taking'
            THEN TRUE
            WHEN "t0"."lender_kind" = 'registered'
            THEN TRUE
            WHEN "t0"."lender_kind" = 'unregistered'
            THEN TRUE
            ELSE NULL
          END
        ) IS NULL
        AND (
          (
            CASE
              WHEN "t0"."lender_kind" = 'bank'
              THEN 'unverified'
              WHEN "t0"."lender_kind" = 'licensed'
              THEN 'unverified'
              WHEN "t0"."lender_kind" = 'licensed_deposit_taking'
              THEN 'unverified'
              WHEN "t0"."lender_kind" = 'registered'
              THEN 'unverified'
              WHEN "t0"."lender_kind" = 'unregistered'
              THEN 'unverified'
              ELSE NULL
            END
          ) IS NULL
        ) AS "is_grid_held_back",
        CASE
          WHEN "t0"."is_written_off"
          THEN CAST(NULL AS TEXT)
          WHEN (
            "t0"."outstanding_principal" = 0
          )
          AND NOT (
            CASE
              WHEN "t0"."lender_kind" = 'bank'
              THEN 'unverified'
              WHEN "t0"."lender_kind" = 'licensed'
              THEN 'unverified'
              WHEN "t0"."lender_kind" = 'licensed_deposit_taking'
              THEN 'unverified'
              WHEN "t0"."lender_kind" = 'registered'
              THEN 'unverified'
              WHEN "t0"."lender_kind" = 'unregistered'
              THEN 'unverified'
              ELSE NULL
            END
          ) IS NULL
          THEN 'standard'
          WHEN (
            "t0"."outstanding_principal"
          ) IS NULL
          THEN CAST(NULL AS TEXT)
          ELSE CASE
            WHEN "t0"."lender_kind" = 'bank'
            THEN CASE
              WHEN "t0"."is_short_term"
              THEN CASE
                WHEN (
                  "t0"."days_past_due"
                ) IS NULL
                THEN CAST(NULL AS TEXT)
                ELSE CASE
                  WHEN "t0"."days_past_due" >= 91
                  THEN 'loss'
                  WHEN "t0"."days_past_due" >= 61
                  THEN 'doubtful'
                  WHEN "t0"."days_past_due" >= 31
                  THEN 'substandard'
                  WHEN "t0"."days_past_due" >= 15
                  THEN 'special_mention'
                  ELSE 'standard'
                END
              END
              WHEN NOT (
                "t0"."is_short_term"
              )
              THEN CASE
                WHEN (
                  "t0"."days_past_due"
                ) IS NULL
                THEN CAST(NULL AS TEXT)
                ELSE CASE
                  WHEN "t0"."days_past_due" >= 360
                  THEN 'loss'
                  WHEN "t0"."days_past_due" >= 180
                  THEN 'doubtful'
                  WHEN "t0"."days_past_due" >= 90
                  THEN 'substandard'
                  WHEN "t0"."days_past_due" >= 30
                  THEN 'special_mention'
                  ELSE 'standard'
                END
              END
              ELSE NULL
            END
            WHEN "t0"."lender_kind" = 'licensed'
            THEN CASE
              WHEN "t0"."is_short_term"
              THEN CASE
                WHEN (
                  "t0"."days_past_due"
                ) IS NULL
                THEN CAST(NULL AS TEXT)
                ELSE CASE
                  WHEN "t0"."days_past_due" >= 91
                  THEN 'loss'
                  WHEN "t0"."days_past_due" >= 61
                  THEN 'doubtful'
                  WHEN "t0"."days_past_due" >= 31
                  THEN 'substandard'
                  WHEN "t0"."days_past_due" >= 15
                  THEN 'special_mention'
                  ELSE 'standard'
                END
              END
              WHEN NOT (
                "t0"."is_short_term"
              )
              THEN CASE
                WHEN (
                  "t0"."days_past_due"
                ) IS NULL
                THEN CAST(NULL AS TEXT)
                ELSE CASE
                  WHEN "t0"."days_past_due" >= 360
                  THEN 'loss'
                  WHEN "t0"."days_past_due" >= 180
                  THEN 'doubtful'
                  WHEN "t0"."days_past_due" >= 90
                  THEN 'substandard'
                  WHEN "t0"."days_past_due" >= 30
                  THEN 'special_mention'
                  ELSE 'standard'
                END
              END
              ELSE NULL
            END
            WHEN "t0"."lender_kind" = 'licensed_deposit_taking'
            THEN CASE
              WHEN "t0"."is_short_term"
              THEN CASE
                WHEN (
                  "t0"."days_past_due"
                ) IS NULL
                THEN CAST(NULL AS TEXT)
                ELSE CASE
                  WHEN "t0"."days_past_due" >= 91
                  THEN 'loss'
                  WHEN "t0"."days_past_due" >= 61
                  THEN 'doubtful'
                  WHEN "t0"."days_past_due" >= 31
                  THEN 'substandard'
                  WHEN "t0"."days_past_due" >= 15
                  THEN 'special_mention'
                  ELSE 'standard'
                END
              END
              WHEN NOT (
                "t0"."is_short_term"
              )
              THEN CASE
                WHEN (
                  "t0"."days_past_due"
                ) IS NULL
                THEN CAST(NULL AS TEXT)
                ELSE CASE
                  WHEN "t0"."days_past_due" >= 360
                  THEN 'loss'
                  WHEN "t0"."days_past_due" >= 180
                  THEN 'doubtful'
                  WHEN "t0"."days_past_due" >= 90
                  THEN 'substandard'
                  WHEN "t0"."days_past_due" >= 30
                  THEN 'special_mention'
                  ELSE 'standard'
                END
              END
              ELSE NULL
            END
            WHEN "t0"."lender_kind" = 'registered'
            THEN CASE
              WHEN "t0"."is_short_term"
              THEN CASE
                WHEN (
                  "t0"."days_past_due"
                ) IS NULL
                THEN CAST(NULL AS TEXT)
                ELSE CASE
                  WHEN "t0"."days_past_due" >= 91
                  THEN 'loss'
                  WHEN "t0"."days_past_due" >= 61
                  THEN 'doubtful'
                  WHEN "t0"."days_past_due" >= 31
                  THEN 'substandard'
                  WHEN "t0"."days_past_due" >= 15
                  THEN 'special_mention'
                  ELSE 'standard'
                END
              END
              WHEN NOT (
                "t0"."is_short_term"
              )
              THEN CASE
                WHEN (
                  "t0"."days_past_due"
                ) IS NULL
                THEN CAST(NULL AS TEXT)
                ELSE CASE
                  WHEN "t0"."days_past_due" >= 360
                  THEN 'loss'
                  WHEN "t0"."days_past_due" >= 180
                  THEN 'doubtful'
                  WHEN "t0"."days_past_due" >= 90
                  THEN 'substandard'
                  WHEN "t0"."days_past_due" >= 30
                  THEN 'special_mention'
                  ELSE 'standard'
                END
              END
              ELSE NULL
            END
            WHEN "t0"."lender_kind" = 'unregistered'
            THEN CASE
              WHEN "t0"."is_short_term"
              THEN CASE
                WHEN (
                  "t0"."days_past_due"
                ) IS NULL
                THEN CAST(NULL AS TEXT)
                ELSE CASE
                  WHEN "t0"."days_past_due" >= 91
                  THEN 'loss'
                  WHEN "t0"."days_past_due" >= 61
                  THEN 'doubtful'
                  WHEN "t0"."days_past_due" >= 31
                  THEN 'substandard'
                  WHEN "t0"."days_past_due" >= 15
                  THEN 'special_mention'
                  ELSE 'standard'
                END
              END
              WHEN NOT (
                "t0"."is_short_term"
              )
              THEN CASE
                WHEN (
                  "t0"."days_past_due"
                ) IS NULL
                THEN CAST(NULL AS TEXT)
                ELSE CASE
                  WHEN "t0"."days_past_due" >= 360
                  THEN 'loss'
                  WHEN "t0"."days_past_due" >= 180
                  THEN 'doubtful'
                  WHEN "t0"."days_past_due" >= 90
                  THEN 'substandard'
                  WHEN "t0"."days_past_due" >= 30
                  THEN 'special_mention'
                  ELSE 'standard'
                END
              END
              ELSE NULL
            END
            ELSE NULL
          END
        END AS "grade",
        CASE
          WHEN NOT (
            CASE
              WHEN "t0"."is_written_off"
              THEN CAST(NULL AS TEXT)
              WHEN (
                "t0"."outstanding_principal" = 0
              )
              AND NOT (
                CASE
                  WHEN "t0"."lender_kind" = 'bank'
                  THEN 'unverified'
                  WHEN "t0"."lender_kind" = 'licensed'
                  THEN 'unverified'
                  WHEN "t0"."lender_kind" = 'licensed_deposit_taking'
                  THEN 'unverified'
                  WHEN "t0"."lender_kind" = 'registered'
                  THEN 'unverified'
                  WHEN "t0"."lender_kind" = 'unregistered'
                  THEN 'unverified'
                  ELSE NULL
                END
              ) IS NULL
              THEN 'standard'
              WHEN (
                "t0"."outstanding_principal"
              ) IS NULL
              THEN CAST(NULL AS TEXT)
              ELSE CASE
                WHEN "t0"."lender_kind" = 'bank'
                THEN CASE
                  WHEN "t0"."is_short_term"
                  THEN CASE
                    WHEN (
                      "t0"."days_past_due"
                    ) IS NULL
                    THEN CAST(NULL AS TEXT)
                    ELSE CASE
                      WHEN "t0"."days_past_due" >= 91
                      THEN 'loss'
                      WHEN "t0"."days_past_due" >= 61
                      THEN 'doubtful'
                      WHEN "t0"."days_past_due" >= 31
                      THEN 'substandard'
                      WHEN "t0"."days_past_due" >= 15
                      THEN 'special_mention'
                      ELSE 'standard'
                    END
                  END
                  WHEN NOT (
                    "t0"."is_short_term"
                  )
                  THEN CASE
                    WHEN (
                      "t0"."days_past_due"
                    ) IS NULL
                    THEN CAST(NULL AS TEXT)
                    ELSE CASE
                      WHEN "t0"."days_past_due" >= 360
                      THEN 'loss'
                      WHEN "t0"."days_past_due" >= 180
                      THEN 'doubtful'
                      WHEN "t0"."days_past_due" >= 90
                      THEN 'substandard'
                      WHEN "t0"."days_past_due" >= 30
                      THEN 'special_mention'
                      ELSE 'standard'
                    END
                  END
                  ELSE NULL
                END
                WHEN "t0"."lender_kind" = 'licensed'
                THEN CASE
                  WHEN "t0"."is_short_term"
                  THEN CASE
                    WHEN (
                      "t0"."days_past_due"
                    ) IS NULL
                    THEN CAST(NULL AS TEXT)
                    ELSE CASE
                      WHEN "t0"."days_past_due" >= 91
                      THEN 'loss'
                      WHEN "t0"."days_past_due" >= 61
                      THEN 'doubtful'
                      WHEN "t0"."days_past_due" >= 31
                      THEN 'substandard'
                      WHEN "t0"."days_past_due" >= 15
                      THEN 'special_mention'
                      ELSE 'standard'
                    END
                  END
                  WHEN NOT (
                    "t0"."is_short_term"
                  )
                  THEN CASE
                    WHEN (
                      "t0"."days_past_due"
                    ) IS NULL
                    THEN CAST(NULL AS TEXT)
                    ELSE CASE
                      WHEN "t0"."days_past_due" >= 360
                      THEN 'loss'
                      WHEN "t0"."days_past_due" >= 180
                      THEN 'doubtful'
                      WHEN "t0"."days_past_due" >= 90
                      THEN 'substandard'
                      WHEN "t0"."days_past_due" >= 30
                      THEN 'special_mention'
                      ELSE 'standard'
                    END
                  END
                  ELSE NULL
                END
                WHEN "t0"."lender_kind" = 'licensed_deposit_taking'
                THEN CASE
                  WHEN "t0"."is_short_term"
                  THEN CASE
                    WHEN (
                      "t0"."days_past_due"
                    ) IS NULL
                    THEN CAST(NULL AS TEXT)
                    ELSE CASE
                      WHEN "t0"."days_past_due" >= 91
                      THEN 'loss'
                      WHEN "t0"."days_past_due" >= 61
                      THEN 'doubtful'
                      WHEN "t0"."days_past_due" >= 31
                      THEN 'substandard'
                      WHEN "t0"."days_past_due" >= 15
                      THEN 'special_mention'
                      ELSE 'standard'
                    END
                  END
                  WHEN NOT (
                    "t0"."is_short_term"
                  )
                  THEN CASE
                    WHEN (
                      "t0"."days_past_due"
                    ) IS NULL
                    THEN CAST(NULL AS TEXT)
                    ELSE CASE
                      WHEN "t0"."days_past_due" >= 360
                      THEN 'loss'
                      WHEN "t0"."days_past_due" >= 180
                      THEN 'doubtful'
                      WHEN "t0"."days_past_due" >= 90
                      THEN 'substandard'
                      WHEN "t0"."days_past_due" >= 30
                      THEN 'special_mention'
                      ELSE 'standard'
                    END
                  END
                  ELSE NULL
                END
                WHEN "t0"."lender_kind" = 'registered'
                THEN CASE
                  WHEN "t0"."is_short_term"
                  THEN CASE
                    WHEN (
                      "t0"."days_past_due"
                    ) IS NULL
                    THEN CAST(NULL AS TEXT)
                    ELSE CASE
                      WHEN "t0"."days_past_due" >= 91
                      THEN 'loss'
                      WHEN "t0"."days_past_due" >= 61
                      THEN 'doubtful'
                      WHEN "t0"."days_past_due" >= 31
                      THEN 'substandard'
                      WHEN "t0"."days_past_due" >= 15
                      THEN 'special_mention'
                      ELSE 'standard'
                    END
                  END
                  WHEN NOT (
                    "t0"."is_short_term"
                  )
                  THEN CASE
                    WHEN (
                      "t0"."days_past_due"
                    ) IS NULL
                    THEN CAST(NULL AS TEXT)
                    ELSE CASE
                      WHEN "t0"."days_past_due" >= 360
                      THEN 'loss'
                      WHEN "t0"."days_past_due" >= 180
                      THEN 'doubtful'
                      WHEN "t0"."days_past_due" >= 90
                      THEN 'substandard'
                      WHEN "t0"."days_past_due" >= 30
                      THEN 'special_mention'
                      ELSE 'standard'
                    END
                  END
                  ELSE NULL
                END
                WHEN "t0"."lender_kind" = 'unregistered'
                THEN CASE
                  WHEN "t0"."is_short_term"
                  THEN CASE
                    WHEN (
                      "t0"."days_past_due"
                    ) IS NULL
                    THEN CAST(NULL AS TEXT)
                    ELSE CASE
                      WHEN "t0"."days_past_due" >= 91
                      THEN 'loss'
                      WHEN "t0"."days_past_due" >= 61
                      THEN 'doubtful'
                      WHEN "t0"."days_past_due" >= 31
                      THEN 'substandard'
                      WHEN "t0"."days_past_due" >= 15
                      THEN 'special_mention'
                      ELSE 'standard'
                    END
                  END
                  WHEN NOT (
                    "t0"."is_short_term"
                  )
                  THEN CASE
                    WHEN (
                      "t0"."days_past_due"
                    ) IS NULL
                    THEN CAST(NULL AS TEXT)
                    ELSE CASE
                      WHEN "t0"."days_past_due" >= 360
                      THEN 'loss'
                      WHEN "t0"."days_past_due" >= 180
                      THEN 'doubtful'
                      WHEN "t0"."days_past_due" >= 90
                      THEN 'substandard'
                      WHEN "t0"."days_past_due" >= 30
                      THEN 'special_mention'
                      ELSE 'standard'
                    END
                  END
                  ELSE NULL
                END
                ELSE NULL
              END
            END
          ) IS NULL
          THEN CASE
            WHEN "t0"."lender_kind" = 'bank'
            THEN 'unverified'
            WHEN "t0"."lender_kind" = 'licensed'
            THEN 'unverified'
            WHEN "t0"."lender_kind" = 'licensed_deposit_taking'
            THEN 'unverified'
            WHEN "t0"."lender_kind" = 'registered'
            THEN 'unverified'
            WHEN "t0"."lender_kind" = 'unregistered'
            THEN 'unverified'
            ELSE NULL
          END
          ELSE CAST(NULL AS TEXT)
        END AS "grade_confidence",
        CASE
          WHEN "t0"."lender_kind" = 'bank'
          THEN 'B7-017-344'
          WHEN "t0"."lender_kind" = 'licensed'
          THEN 'B7-017-344'
          WHEN "t0"."lender_kind" = 'licensed_deposit_taking'
          THEN 'B7-017-344'
          WHEN "t0"."lender_kind" = 'registered'
          THEN 'B7-017-344'
          WHEN "t0"."lender_kind" = 'unregistered'
          THEN 'B7-017-344'
          ELSE NULL
        END AS "grade_citation"
      FROM "loan_facts" AS "t0"
    ) AS "t1"
  ) AS "t2"
) AS "t3"
ORDER BY
  "t3"."loan_no" ASC
