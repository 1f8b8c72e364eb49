-- institution_results as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
SELECT
  `t2`.`institution_id`,
  `t2`.`name`,
  `t2`.`name_km`,
  `t2`.`status`,
  `t2`.`legal_form`,
  `t2`.`lender_kind`,
  `t2`.`is_bank`,
  `t2`.`is_as_of`,
  `t2`.`is_whole_book`,
  `t2`.`informed_of_refusal_on`,
  `t2`.`reported_portfolio_khr`,
  `t2`.`reported_borrowers`,
  `t2`.`reported_public_savings_khr`,
  `t2`.`reported_depositors`,
  `t2`.`reported_titles_hard`,
  `t2`.`reported_titles_soft`,
  `t2`.`has_loans`,
  `t2`.`has_charges`,
  `t2`.`has_collateral`,
  `t2`.`has_deposits`,
  `t2`.`has_borrowers`,
  `t2`.`has_payment_rows`,
  `t2`.`has_due_rows`,
  `t2`.`has_payments`,
  `t2`.`has_recovery`,
  `t2`.`tape`,
  `t2`.`source_row`,
  `t2`.`portfolio_khr`,
  `t2`.`is_portfolio_whole`,
  `t2`.`borrowers`,
  `t2`.`is_borrowers_whole`,
  `t2`.`loans`,
  `t2`.`loans_without_position`,
  `t2`.`loans_without_rate`,
  `t2`.`currencies_without_rate`,
  `t2`.`savings_currencies_without_rate`,
  `t2`.`group_loans`,
  `t2`.`public_savings_khr`,
  `t2`.`all_savings_khr`,
  `t2`.`depositors`,
  `t2`.`accounts_of_unknown_kind`,
  `t2`.`par30_khr`,
  `t2`.`par30_with_restructured_khr`,
  `t2`.`titles_hard`,
  `t2`.`titles_soft`,
  `t2`.`titles_after_repayment`,
  `t2`.`loans_basis`,
  `t2`.`borrowers_basis`,
  `t2`.`savings_basis`,
  `t2`.`titles_basis`,
  `t2`.`computed_portfolio_khr`,
  `t2`.`computed_borrowers`,
  `t2`.`computed_public_savings_khr`,
  `t2`.`computed_depositors`,
  `t2`.`computed_titles_hard`,
  `t2`.`computed_titles_soft`,
  `t2`.`registration_portfolio`,
  `t2`.`registration_public_savings`,
  `t2`.`registration_depositors`,
  `t2`.`license_portfolio`,
  `t2`.`license_borrowers`,
  `t2`.`license_public_savings`,
  `t2`.`license_depositors`,
  `t2`.`is_license_required`,
  `t2`.`is_registration_required`,
  CASE
    WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
    THEN 'none'
    WHEN `t2`.`is_license_required`
    THEN 'license'
    WHEN `t2`.`is_registration_required`
    THEN 'registration'
    WHEN NOT (
      `t2`.`is_license_required`
    )
    AND NOT (
      `t2`.`is_registration_required`
    )
    THEN 'none'
    ELSE NULL
  END AS `required_standing`,
  CONCAT(
    IF(
      (
        CONCAT(
          IF(
            (
              CONCAT(
                IF(
                  (
                    CASE
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'license'
                      )
                      AND `t2`.`license_portfolio`
                      THEN 'portfolio'
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'registration'
                      )
                      AND `t2`.`registration_portfolio`
                      THEN 'portfolio'
                      ELSE ''
                    END <> ''
                  )
                  AND (
                    CASE
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'license'
                      )
                      AND `t2`.`license_borrowers`
                      THEN 'borrowers'
                      WHEN FALSE
                      THEN 'borrowers'
                      ELSE ''
                    END <> ''
                  ),
                  CONCAT(
                    CASE
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'license'
                      )
                      AND `t2`.`license_portfolio`
                      THEN 'portfolio'
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'registration'
                      )
                      AND `t2`.`registration_portfolio`
                      THEN 'portfolio'
                      ELSE ''
                    END,
                    ' '
                  ),
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_portfolio`
                    THEN 'portfolio'
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'registration'
                    )
                    AND `t2`.`registration_portfolio`
                    THEN 'portfolio'
                    ELSE ''
                  END
                ),
                CASE
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'license'
                  )
                  AND `t2`.`license_borrowers`
                  THEN 'borrowers'
                  WHEN FALSE
                  THEN 'borrowers'
                  ELSE ''
                END
              ) <> ''
            )
            AND (
              CASE
                WHEN (
                  CASE
                    WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                    THEN 'none'
                    WHEN `t2`.`is_license_required`
                    THEN 'license'
                    WHEN `t2`.`is_registration_required`
                    THEN 'registration'
                    WHEN NOT (
                      `t2`.`is_license_required`
                    )
                    AND NOT (
                      `t2`.`is_registration_required`
                    )
                    THEN 'none'
                    ELSE NULL
                  END = 'license'
                )
                AND `t2`.`license_public_savings`
                THEN 'public_savings'
                WHEN (
                  CASE
                    WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                    THEN 'none'
                    WHEN `t2`.`is_license_required`
                    THEN 'license'
                    WHEN `t2`.`is_registration_required`
                    THEN 'registration'
                    WHEN NOT (
                      `t2`.`is_license_required`
                    )
                    AND NOT (
                      `t2`.`is_registration_required`
                    )
                    THEN 'none'
                    ELSE NULL
                  END = 'registration'
                )
                AND `t2`.`registration_public_savings`
                THEN 'public_savings'
                ELSE ''
              END <> ''
            ),
            CONCAT(
              CONCAT(
                IF(
                  (
                    CASE
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'license'
                      )
                      AND `t2`.`license_portfolio`
                      THEN 'portfolio'
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'registration'
                      )
                      AND `t2`.`registration_portfolio`
                      THEN 'portfolio'
                      ELSE ''
                    END <> ''
                  )
                  AND (
                    CASE
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'license'
                      )
                      AND `t2`.`license_borrowers`
                      THEN 'borrowers'
                      WHEN FALSE
                      THEN 'borrowers'
                      ELSE ''
                    END <> ''
                  ),
                  CONCAT(
                    CASE
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'license'
                      )
                      AND `t2`.`license_portfolio`
                      THEN 'portfolio'
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'registration'
                      )
                      AND `t2`.`registration_portfolio`
                      THEN 'portfolio'
                      ELSE ''
                    END,
                    ' '
                  ),
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_portfolio`
                    THEN 'portfolio'
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'registration'
                    )
                    AND `t2`.`registration_portfolio`
                    THEN 'portfolio'
                    ELSE ''
                  END
                ),
                CASE
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'license'
                  )
                  AND `t2`.`license_borrowers`
                  THEN 'borrowers'
                  WHEN FALSE
                  THEN 'borrowers'
                  ELSE ''
                END
              ),
              ' '
            ),
            CONCAT(
              IF(
                (
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_portfolio`
                    THEN 'portfolio'
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'registration'
                    )
                    AND `t2`.`registration_portfolio`
                    THEN 'portfolio'
                    ELSE ''
                  END <> ''
                )
                AND (
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_borrowers`
                    THEN 'borrowers'
                    WHEN FALSE
                    THEN 'borrowers'
                    ELSE ''
                  END <> ''
                ),
                CONCAT(
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_portfolio`
                    THEN 'portfolio'
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'registration'
                    )
                    AND `t2`.`registration_portfolio`
                    THEN 'portfolio'
                    ELSE ''
                  END,
                  ' '
                ),
                CASE
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'license'
                  )
                  AND `t2`.`license_portfolio`
                  THEN 'portfolio'
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'registration'
                  )
                  AND `t2`.`registration_portfolio`
                  THEN 'portfolio'
                  ELSE ''
                END
              ),
              CASE
                WHEN (
                  CASE
                    WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                    THEN 'none'
                    WHEN `t2`.`is_license_required`
                    THEN 'license'
                    WHEN `t2`.`is_registration_required`
                    THEN 'registration'
                    WHEN NOT (
                      `t2`.`is_license_required`
                    )
                    AND NOT (
                      `t2`.`is_registration_required`
                    )
                    THEN 'none'
                    ELSE NULL
                  END = 'license'
                )
                AND `t2`.`license_borrowers`
                THEN 'borrowers'
                WHEN FALSE
                THEN 'borrowers'
                ELSE ''
              END
            )
          ),
          CASE
            WHEN (
              CASE
                WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                THEN 'none'
                WHEN `t2`.`is_license_required`
                THEN 'license'
                WHEN `t2`.`is_registration_required`
                THEN 'registration'
                WHEN NOT (
                  `t2`.`is_license_required`
                )
                AND NOT (
                  `t2`.`is_registration_required`
                )
                THEN 'none'
                ELSE NULL
              END = 'license'
            )
            AND `t2`.`license_public_savings`
            THEN 'public_savings'
            WHEN (
              CASE
                WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                THEN 'none'
                WHEN `t2`.`is_license_required`
                THEN 'license'
                WHEN `t2`.`is_registration_required`
                THEN 'registration'
                WHEN NOT (
                  `t2`.`is_license_required`
                )
                AND NOT (
                  `t2`.`is_registration_required`
                )
                THEN 'none'
                ELSE NULL
              END = 'registration'
            )
            AND `t2`.`registration_public_savings`
            THEN 'public_savings'
            ELSE ''
          END
        ) <> ''
      )
      AND (
        CASE
          WHEN (
            CASE
              WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
              THEN 'none'
              WHEN `t2`.`is_license_required`
              THEN 'license'
              WHEN `t2`.`is_registration_required`
              THEN 'registration'
              WHEN NOT (
                `t2`.`is_license_required`
              )
              AND NOT (
                `t2`.`is_registration_required`
              )
              THEN 'none'
              ELSE NULL
            END = 'license'
          )
          AND `t2`.`license_depositors`
          THEN 'depositors'
          WHEN (
            CASE
              WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
              THEN 'none'
              WHEN `t2`.`is_license_required`
              THEN 'license'
              WHEN `t2`.`is_registration_required`
              THEN 'registration'
              WHEN NOT (
                `t2`.`is_license_required`
              )
              AND NOT (
                `t2`.`is_registration_required`
              )
              THEN 'none'
              ELSE NULL
            END = 'registration'
          )
          AND `t2`.`registration_depositors`
          THEN 'depositors'
          ELSE ''
        END <> ''
      ),
      CONCAT(
        CONCAT(
          IF(
            (
              CONCAT(
                IF(
                  (
                    CASE
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'license'
                      )
                      AND `t2`.`license_portfolio`
                      THEN 'portfolio'
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'registration'
                      )
                      AND `t2`.`registration_portfolio`
                      THEN 'portfolio'
                      ELSE ''
                    END <> ''
                  )
                  AND (
                    CASE
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'license'
                      )
                      AND `t2`.`license_borrowers`
                      THEN 'borrowers'
                      WHEN FALSE
                      THEN 'borrowers'
                      ELSE ''
                    END <> ''
                  ),
                  CONCAT(
                    CASE
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'license'
                      )
                      AND `t2`.`license_portfolio`
                      THEN 'portfolio'
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'registration'
                      )
                      AND `t2`.`registration_portfolio`
                      THEN 'portfolio'
                      ELSE ''
                    END,
                    ' '
                  ),
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_portfolio`
                    THEN 'portfolio'
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'registration'
                    )
                    AND `t2`.`registration_portfolio`
                    THEN 'portfolio'
                    ELSE ''
                  END
                ),
                CASE
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'license'
                  )
                  AND `t2`.`license_borrowers`
                  THEN 'borrowers'
                  WHEN FALSE
                  THEN 'borrowers'
                  ELSE ''
                END
              ) <> ''
            )
            AND (
              CASE
                WHEN (
                  CASE
                    WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                    THEN 'none'
                    WHEN `t2`.`is_license_required`
                    THEN 'license'
                    WHEN `t2`.`is_registration_required`
                    THEN 'registration'
                    WHEN NOT (
                      `t2`.`is_license_required`
                    )
                    AND NOT (
                      `t2`.`is_registration_required`
                    )
                    THEN 'none'
                    ELSE NULL
                  END = 'license'
                )
                AND `t2`.`license_public_savings`
                THEN 'public_savings'
                WHEN (
                  CASE
                    WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                    THEN 'none'
                    WHEN `t2`.`is_license_required`
                    THEN 'license'
                    WHEN `t2`.`is_registration_required`
                    THEN 'registration'
                    WHEN NOT (
                      `t2`.`is_license_required`
                    )
                    AND NOT (
                      `t2`.`is_registration_required`
                    )
                    THEN 'none'
                    ELSE NULL
                  END = 'registration'
                )
                AND `t2`.`registration_public_savings`
                THEN 'public_savings'
                ELSE ''
              END <> ''
            ),
            CONCAT(
              CONCAT(
                IF(
                  (
                    CASE
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'license'
                      )
                      AND `t2`.`license_portfolio`
                      THEN 'portfolio'
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'registration'
                      )
                      AND `t2`.`registration_portfolio`
                      THEN 'portfolio'
                      ELSE ''
                    END <> ''
                  )
                  AND (
                    CASE
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'license'
                      )
                      AND `t2`.`license_borrowers`
                      THEN 'borrowers'
                      WHEN FALSE
                      THEN 'borrowers'
                      ELSE ''
                    END <> ''
                  ),
                  CONCAT(
                    CASE
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'license'
                      )
                      AND `t2`.`license_portfolio`
                      THEN 'portfolio'
                      WHEN (
                        CASE
                          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                          THEN 'none'
                          WHEN `t2`.`is_license_required`
                          THEN 'license'
                          WHEN `t2`.`is_registration_required`
                          THEN 'registration'
                          WHEN NOT (
                            `t2`.`is_license_required`
                          )
                          AND NOT (
                            `t2`.`is_registration_required`
                          )
                          THEN 'none'
                          ELSE NULL
                        END = 'registration'
                      )
                      AND `t2`.`registration_portfolio`
                      THEN 'portfolio'
                      ELSE ''
                    END,
                    ' '
                  ),
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_portfolio`
                    THEN 'portfolio'
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'registration'
                    )
                    AND `t2`.`registration_portfolio`
                    THEN 'portfolio'
                    ELSE ''
                  END
                ),
                CASE
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'license'
                  )
                  AND `t2`.`license_borrowers`
                  THEN 'borrowers'
                  WHEN FALSE
                  THEN 'borrowers'
                  ELSE ''
                END
              ),
              ' '
            ),
            CONCAT(
              IF(
                (
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_portfolio`
                    THEN 'portfolio'
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'registration'
                    )
                    AND `t2`.`registration_portfolio`
                    THEN 'portfolio'
                    ELSE ''
                  END <> ''
                )
                AND (
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_borrowers`
                    THEN 'borrowers'
                    WHEN FALSE
                    THEN 'borrowers'
                    ELSE ''
                  END <> ''
                ),
                CONCAT(
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_portfolio`
                    THEN 'portfolio'
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'registration'
                    )
                    AND `t2`.`registration_portfolio`
                    THEN 'portfolio'
                    ELSE ''
                  END,
                  ' '
                ),
                CASE
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'license'
                  )
                  AND `t2`.`license_portfolio`
                  THEN 'portfolio'
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'registration'
                  )
                  AND `t2`.`registration_portfolio`
                  THEN 'portfolio'
                  ELSE ''
                END
              ),
              CASE
                WHEN (
                  CASE
                    WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                    THEN 'none'
                    WHEN `t2`.`is_license_required`
                    THEN 'license'
                    WHEN `t2`.`is_registration_required`
                    THEN 'registration'
                    WHEN NOT (
                      `t2`.`is_license_required`
                    )
                    AND NOT (
                      `t2`.`is_registration_required`
                    )
                    THEN 'none'
                    ELSE NULL
                  END = 'license'
                )
                AND `t2`.`license_borrowers`
                THEN 'borrowers'
                WHEN FALSE
                THEN 'borrowers'
                ELSE ''
              END
            )
          ),
          CASE
            WHEN (
              CASE
                WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                THEN 'none'
                WHEN `t2`.`is_license_required`
                THEN 'license'
                WHEN `t2`.`is_registration_required`
                THEN 'registration'
                WHEN NOT (
                  `t2`.`is_license_required`
                )
                AND NOT (
                  `t2`.`is_registration_required`
                )
                THEN 'none'
                ELSE NULL
              END = 'license'
            )
            AND `t2`.`license_public_savings`
            THEN 'public_savings'
            WHEN (
              CASE
                WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                THEN 'none'
                WHEN `t2`.`is_license_required`
                THEN 'license'
                WHEN `t2`.`is_registration_required`
                THEN 'registration'
                WHEN NOT (
                  `t2`.`is_license_required`
                )
                AND NOT (
                  `t2`.`is_registration_required`
                )
                THEN 'none'
                ELSE NULL
              END = 'registration'
            )
            AND `t2`.`registration_public_savings`
            THEN 'public_savings'
            ELSE ''
          END
        ),
        ' '
      ),
      CONCAT(
        IF(
          (
            CONCAT(
              IF(
                (
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_portfolio`
                    THEN 'portfolio'
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'registration'
                    )
                    AND `t2`.`registration_portfolio`
                    THEN 'portfolio'
                    ELSE ''
                  END <> ''
                )
                AND (
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_borrowers`
                    THEN 'borrowers'
                    WHEN FALSE
                    THEN 'borrowers'
                    ELSE ''
                  END <> ''
                ),
                CONCAT(
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_portfolio`
                    THEN 'portfolio'
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'registration'
                    )
                    AND `t2`.`registration_portfolio`
                    THEN 'portfolio'
                    ELSE ''
                  END,
                  ' '
                ),
                CASE
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'license'
                  )
                  AND `t2`.`license_portfolio`
                  THEN 'portfolio'
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'registration'
                  )
                  AND `t2`.`registration_portfolio`
                  THEN 'portfolio'
                  ELSE ''
                END
              ),
              CASE
                WHEN (
                  CASE
                    WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                    THEN 'none'
                    WHEN `t2`.`is_license_required`
                    THEN 'license'
                    WHEN `t2`.`is_registration_required`
                    THEN 'registration'
                    WHEN NOT (
                      `t2`.`is_license_required`
                    )
                    AND NOT (
                      `t2`.`is_registration_required`
                    )
                    THEN 'none'
                    ELSE NULL
                  END = 'license'
                )
                AND `t2`.`license_borrowers`
                THEN 'borrowers'
                WHEN FALSE
                THEN 'borrowers'
                ELSE ''
              END
            ) <> ''
          )
          AND (
            CASE
              WHEN (
                CASE
                  WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                  THEN 'none'
                  WHEN `t2`.`is_license_required`
                  THEN 'license'
                  WHEN `t2`.`is_registration_required`
                  THEN 'registration'
                  WHEN NOT (
                    `t2`.`is_license_required`
                  )
                  AND NOT (
                    `t2`.`is_registration_required`
                  )
                  THEN 'none'
                  ELSE NULL
                END = 'license'
              )
              AND `t2`.`license_public_savings`
              THEN 'public_savings'
              WHEN (
                CASE
                  WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                  THEN 'none'
                  WHEN `t2`.`is_license_required`
                  THEN 'license'
                  WHEN `t2`.`is_registration_required`
                  THEN 'registration'
                  WHEN NOT (
                    `t2`.`is_license_required`
                  )
                  AND NOT (
                    `t2`.`is_registration_required`
                  )
                  THEN 'none'
                  ELSE NULL
                END = 'registration'
              )
              AND `t2`.`registration_public_savings`
              THEN 'public_savings'
              ELSE ''
            END <> ''
          ),
          CONCAT(
            CONCAT(
              IF(
                (
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_portfolio`
                    THEN 'portfolio'
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'registration'
                    )
                    AND `t2`.`registration_portfolio`
                    THEN 'portfolio'
                    ELSE ''
                  END <> ''
                )
                AND (
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_borrowers`
                    THEN 'borrowers'
                    WHEN FALSE
                    THEN 'borrowers'
                    ELSE ''
                  END <> ''
                ),
                CONCAT(
                  CASE
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'license'
                    )
                    AND `t2`.`license_portfolio`
                    THEN 'portfolio'
                    WHEN (
                      CASE
                        WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                        THEN 'none'
                        WHEN `t2`.`is_license_required`
                        THEN 'license'
                        WHEN `t2`.`is_registration_required`
                        THEN 'registration'
                        WHEN NOT (
                          `t2`.`is_license_required`
                        )
                        AND NOT (
                          `t2`.`is_registration_required`
                        )
                        THEN 'none'
                        ELSE NULL
                      END = 'registration'
                    )
                    AND `t2`.`registration_portfolio`
                    THEN 'portfolio'
                    ELSE ''
                  END,
                  ' '
                ),
                CASE
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'license'
                  )
                  AND `t2`.`license_portfolio`
                  THEN 'portfolio'
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'registration'
                  )
                  AND `t2`.`registration_portfolio`
                  THEN 'portfolio'
                  ELSE ''
                END
              ),
              CASE
                WHEN (
                  CASE
                    WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                    THEN 'none'
                    WHEN `t2`.`is_license_required`
                    THEN 'license'
                    WHEN `t2`.`is_registration_required`
                    THEN 'registration'
                    WHEN NOT (
                      `t2`.`is_license_required`
                    )
                    AND NOT (
                      `t2`.`is_registration_required`
                    )
                    THEN 'none'
                    ELSE NULL
                  END = 'license'
                )
                AND `t2`.`license_borrowers`
                THEN 'borrowers'
                WHEN FALSE
                THEN 'borrowers'
                ELSE ''
              END
            ),
            ' '
          ),
          CONCAT(
            IF(
              (
                CASE
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'license'
                  )
                  AND `t2`.`license_portfolio`
                  THEN 'portfolio'
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'registration'
                  )
                  AND `t2`.`registration_portfolio`
                  THEN 'portfolio'
                  ELSE ''
                END <> ''
              )
              AND (
                CASE
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'license'
                  )
                  AND `t2`.`license_borrowers`
                  THEN 'borrowers'
                  WHEN FALSE
                  THEN 'borrowers'
                  ELSE ''
                END <> ''
              ),
              CONCAT(
                CASE
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'license'
                  )
                  AND `t2`.`license_portfolio`
                  THEN 'portfolio'
                  WHEN (
                    CASE
                      WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                      THEN 'none'
                      WHEN `t2`.`is_license_required`
                      THEN 'license'
                      WHEN `t2`.`is_registration_required`
                      THEN 'registration'
                      WHEN NOT (
                        `t2`.`is_license_required`
                      )
                      AND NOT (
                        `t2`.`is_registration_required`
                      )
                      THEN 'none'
                      ELSE NULL
                    END = 'registration'
                  )
                  AND `t2`.`registration_portfolio`
                  THEN 'portfolio'
                  ELSE ''
                END,
                ' '
              ),
              CASE
                WHEN (
                  CASE
                    WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                    THEN 'none'
                    WHEN `t2`.`is_license_required`
                    THEN 'license'
                    WHEN `t2`.`is_registration_required`
                    THEN 'registration'
                    WHEN NOT (
                      `t2`.`is_license_required`
                    )
                    AND NOT (
                      `t2`.`is_registration_required`
                    )
                    THEN 'none'
                    ELSE NULL
                  END = 'license'
                )
                AND `t2`.`license_portfolio`
                THEN 'portfolio'
                WHEN (
                  CASE
                    WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                    THEN 'none'
                    WHEN `t2`.`is_license_required`
                    THEN 'license'
                    WHEN `t2`.`is_registration_required`
                    THEN 'registration'
                    WHEN NOT (
                      `t2`.`is_license_required`
                    )
                    AND NOT (
                      `t2`.`is_registration_required`
                    )
                    THEN 'none'
                    ELSE NULL
                  END = 'registration'
                )
                AND `t2`.`registration_portfolio`
                THEN 'portfolio'
                ELSE ''
              END
            ),
            CASE
              WHEN (
                CASE
                  WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
                  THEN 'none'
                  WHEN `t2`.`is_license_required`
                  THEN 'license'
                  WHEN `t2`.`is_registration_required`
                  THEN 'registration'
                  WHEN NOT (
                    `t2`.`is_license_required`
                  )
                  AND NOT (
                    `t2`.`is_registration_required`
                  )
                  THEN 'none'
                  ELSE NULL
                END = 'license'
              )
              AND `t2`.`license_borrowers`
              THEN 'borrowers'
              WHEN FALSE
              THEN 'borrowers'
              ELSE ''
            END
          )
        ),
        CASE
          WHEN (
            CASE
              WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
              THEN 'none'
              WHEN `t2`.`is_license_required`
              THEN 'license'
              WHEN `t2`.`is_registration_required`
              THEN 'registration'
              WHEN NOT (
                `t2`.`is_license_required`
              )
              AND NOT (
                `t2`.`is_registration_required`
              )
              THEN 'none'
              ELSE NULL
            END = 'license'
          )
          AND `t2`.`license_public_savings`
          THEN 'public_savings'
          WHEN (
            CASE
              WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
              THEN 'none'
              WHEN `t2`.`is_license_required`
              THEN 'license'
              WHEN `t2`.`is_registration_required`
              THEN 'registration'
              WHEN NOT (
                `t2`.`is_license_required`
              )
              AND NOT (
                `t2`.`is_registration_required`
              )
              THEN 'none'
              ELSE NULL
            END = 'registration'
          )
          AND `t2`.`registration_public_savings`
          THEN 'public_savings'
          ELSE ''
        END
      )
    ),
    CASE
      WHEN (
        CASE
          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
          THEN 'none'
          WHEN `t2`.`is_license_required`
          THEN 'license'
          WHEN `t2`.`is_registration_required`
          THEN 'registration'
          WHEN NOT (
            `t2`.`is_license_required`
          )
          AND NOT (
            `t2`.`is_registration_required`
          )
          THEN 'none'
          ELSE NULL
        END = 'license'
      )
      AND `t2`.`license_depositors`
      THEN 'depositors'
      WHEN (
        CASE
          WHEN `t2`.`is_bank` OR COALESCE(`t2`.`legal_form` = 'person', FALSE)
          THEN 'none'
          WHEN `t2`.`is_license_required`
          THEN 'license'
          WHEN `t2`.`is_registration_required`
          THEN 'registration'
          WHEN NOT (
            `t2`.`is_license_required`
          )
          AND NOT (
            `t2`.`is_registration_required`
          )
          THEN 'none'
          ELSE NULL
        END = 'registration'
      )
      AND `t2`.`registration_depositors`
      THEN 'depositors'
      ELSE ''
    END
  ) AS `triggers`
FROM (
  SELECT
    `t1`.`institution_id`,
    `t1`.`name`,
    `t1`.`name_km`,
    `t1`.`status`,
    `t1`.`legal_form`,
    `t1`.`lender_kind`,
    `t1`.`is_bank`,
    `t1`.`is_as_of`,
    `t1`.`is_whole_book`,
    `t1`.`informed_of_refusal_on`,
    `t1`.`reported_portfolio_khr`,
    `t1`.`reported_borrowers`,
    `t1`.`reported_public_savings_khr`,
    `t1`.`reported_depositors`,
    `t1`.`reported_titles_hard`,
    `t1`.`reported_titles_soft`,
    `t1`.`has_loans`,
    `t1`.`has_charges`,
    `t1`.`has_collateral`,
    `t1`.`has_deposits`,
    `t1`.`has_borrowers`,
    `t1`.`has_payment_rows`,
    `t1`.`has_due_rows`,
    `t1`.`has_payments`,
    `t1`.`has_recovery`,
    `t1`.`tape`,
    `t1`.`source_row`,
    `t1`.`portfolio_khr`,
    `t1`.`is_portfolio_whole`,
    `t1`.`borrowers`,
    `t1`.`is_borrowers_whole`,
    `t1`.`loans`,
    `t1`.`loans_without_position`,
    `t1`.`loans_without_rate`,
    `t1`.`currencies_without_rate`,
    `t1`.`savings_currencies_without_rate`,
    `t1`.`group_loans`,
    `t1`.`public_savings_khr`,
    `t1`.`all_savings_khr`,
    `t1`.`depositors`,
    `t1`.`accounts_of_unknown_kind`,
    `t1`.`par30_khr`,
    `t1`.`par30_with_restructured_khr`,
    `t1`.`titles_hard`,
    `t1`.`titles_soft`,
    `t1`.`titles_after_repayment`,
    `t1`.`loans_basis`,
    `t1`.`borrowers_basis`,
    `t1`.`savings_basis`,
    `t1`.`titles_basis`,
    `t1`.`computed_portfolio_khr`,
    `t1`.`computed_borrowers`,
    `t1`.`computed_public_savings_khr`,
    `t1`.`computed_depositors`,
    `t1`.`computed_titles_hard`,
    `t1`.`computed_titles_soft`,
    `t1`.`registration_portfolio`,
    `t1`.`registration_public_savings`,
    `t1`.`registration_depositors`,
    `t1`.`license_portfolio`,
    `t1`.`license_borrowers`,
    `t1`.`license_public_savings`,
    `t1`.`license_depositors`,
    IF(
      (
        `t1`.`is_bank` OR COALESCE(`t1`.`legal_form` = 'person', FALSE)
      ) IS NULL,
      CAST(NULL AS BOOLEAN),
      NOT (
        `t1`.`is_bank` OR COALESCE(`t1`.`legal_form` = 'person', FALSE)
      )
    )
    AND CASE
      WHEN COALESCE(`t1`.`license_portfolio`, FALSE)
      OR COALESCE(`t1`.`license_borrowers`, FALSE)
      OR COALESCE(`t1`.`license_public_savings`, FALSE)
      OR COALESCE(`t1`.`license_depositors`, FALSE)
      THEN TRUE
      WHEN (
        (
          `t1`.`license_portfolio`
        ) IS NULL
      )
      OR (
        (
          `t1`.`license_borrowers`
        ) IS NULL
      )
      OR (
        (
          `t1`.`license_public_savings`
        ) IS NULL
      )
      OR (
        (
          `t1`.`license_depositors`
        ) IS NULL
      )
      THEN CAST(NULL AS BOOLEAN)
      ELSE FALSE
    END AS `is_license_required`,
    IF(
      (
        `t1`.`is_bank` OR COALESCE(`t1`.`legal_form` = 'person', FALSE)
      ) IS NULL,
      CAST(NULL AS BOOLEAN),
      NOT (
        `t1`.`is_bank` OR COALESCE(`t1`.`legal_form` = 'person', FALSE)
      )
    )
    AND CASE
      WHEN COALESCE(`t1`.`registration_portfolio`, FALSE)
      OR COALESCE(`t1`.`registration_public_savings`, FALSE)
      OR COALESCE(`t1`.`registration_depositors`, FALSE)
      THEN TRUE
      WHEN (
        (
          `t1`.`registration_portfolio`
        ) IS NULL
      )
      OR (
        (
          `t1`.`registration_public_savings`
        ) IS NULL
      )
      OR (
        (
          `t1`.`registration_depositors`
        ) IS NULL
      )
      THEN CAST(NULL AS BOOLEAN)
      ELSE FALSE
    END AS `is_registration_required`
  FROM (
    SELECT
      `t0`.`institution_id`,
      `t0`.`name`,
      `t0`.`name_km`,
      `t0`.`status`,
      `t0`.`legal_form`,
      `t0`.`lender_kind`,
      `t0`.`is_bank`,
      `t0`.`is_as_of`,
      `t0`.`is_whole_book`,
      `t0`.`informed_of_refusal_on`,
      `t0`.`reported_portfolio_khr`,
      `t0`.`reported_borrowers`,
      `t0`.`reported_public_savings_khr`,
      `t0`.`reported_depositors`,
      `t0`.`reported_titles_hard`,
      `t0`.`reported_titles_soft`,
      `t0`.`has_loans`,
      `t0`.`has_charges`,
      `t0`.`has_collateral`,
      `t0`.`has_deposits`,
      `t0`.`has_borrowers`,
      `t0`.`has_payment_rows`,
      `t0`.`has_due_rows`,
      `t0`.`has_payments`,
      `t0`.`has_recovery`,
      `t0`.`tape`,
      `t0`.`source_row`,
      `t0`.`portfolio_khr`,
      `t0`.`is_portfolio_whole`,
      `t0`.`borrowers`,
      `t0`.`is_borrowers_whole`,
      `t0`.`loans`,
      `t0`.`loans_without_position`,
      `t0`.`loans_without_rate`,
      `t0`.`currencies_without_rate`,
      `t0`.`savings_currencies_without_rate`,
      `t0`.`group_loans`,
      `t0`.`public_savings_khr`,
      `t0`.`all_savings_khr`,
      `t0`.`depositors`,
      `t0`.`accounts_of_unknown_kind`,
      `t0`.`par30_khr`,
      `t0`.`par30_with_restructured_khr`,
      `t0`.`titles_hard`,
      `t0`.`titles_soft`,
      `t0`.`titles_after_repayment`,
      `t0`.`loans_basis`,
      `t0`.`borrowers_basis`,
      `t0`.`savings_basis`,
      `t0`.`titles_basis`,
      `t0`.`computed_portfolio_khr`,
      `t0`.`computed_borrowers`,
      `t0`.`computed_public_savings_khr`,
      `t0`.`computed_depositors`,
      `t0`.`computed_titles_hard`,
      `t0`.`computed_titles_soft`,
      CASE
        WHEN COALESCE(`t0`.`portfolio_khr` >= 10000000000, FALSE)
        THEN TRUE
        WHEN `t0`.`is_portfolio_whole` AND NOT (
          `t0`.`portfolio_khr`
        ) IS NULL
        THEN FALSE
        ELSE NULL
      END AS `registration_portfolio`,
      CASE
        WHEN COALESCE(`t0`.`public_savings_khr` >= 100000000, FALSE)
        THEN TRUE
        WHEN NOT (
          `t0`.`public_savings_khr`
        ) IS NULL
        THEN FALSE
        ELSE NULL
      END AS `registration_public_savings`,
      CASE
        WHEN COALESCE(`t0`.`depositors` >= 100, FALSE)
        THEN TRUE
        WHEN NOT (
          `t0`.`depositors`
        ) IS NULL
        THEN FALSE
        ELSE NULL
      END AS `registration_depositors`,
      CASE
        WHEN COALESCE(`t0`.`portfolio_khr` >= 100000000000, FALSE)
        THEN TRUE
        WHEN `t0`.`is_portfolio_whole` AND NOT (
          `t0`.`portfolio_khr`
        ) IS NULL
        THEN FALSE
        ELSE NULL
      END AS `license_portfolio`,
      CASE
        WHEN COALESCE(`t0`.`borrowers` >= 1000, FALSE)
        THEN TRUE
        WHEN `t0`.`is_borrowers_whole` AND NOT (
          `t0`.`borrowers`
        ) IS NULL
        THEN FALSE
        ELSE NULL
      END AS `license_borrowers`,
      CASE
        WHEN COALESCE(`t0`.`public_savings_khr` >= 10000000000, FALSE)
        THEN TRUE
        WHEN NOT (
          `t0`.`public_savings_khr`
        ) IS NULL
        THEN FALSE
        ELSE NULL
      END AS `license_public_savings`,
      CASE
        WHEN COALESCE(`t0`.`depositors` >= 1000, FALSE)
        THEN TRUE
        WHEN NOT (
          `t0`.`depositors`
        ) IS NULL
        THEN FALSE
        ELSE NULL
      END AS `license_depositors`
    FROM `institution_facts` AS `t0`
  ) AS `t1`
) AS `t2`
ORDER BY
  `t2`.`institution_id` ASC NULLS LAST
