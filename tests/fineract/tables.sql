-- Tables of a Fineract tenant under Fineract's own names and types (release 1.10): the columns that are read, and some beside them
-- that must never be: names, telephone numbers, external ids, free text.
CREATE TABLE c_configuration (id bigint PRIMARY KEY, name varchar(100), enabled boolean NOT NULL DEFAULT false);
CREATE TABLE m_business_date (id bigint PRIMARY KEY, type varchar(100) NOT NULL, date date NOT NULL);
CREATE TABLE m_currency (id bigint PRIMARY KEY, code varchar(3) NOT NULL, decimal_places smallint NOT NULL, name varchar(50) NOT NULL);
CREATE TABLE m_office (
  id bigint PRIMARY KEY, parent_id bigint, hierarchy varchar(100), external_id varchar(100), name varchar(50) NOT NULL,
  opening_date date NOT NULL
);
CREATE TABLE m_code_value (id integer PRIMARY KEY, code_id integer NOT NULL, code_value varchar(100), is_active boolean NOT NULL DEFAULT true);
CREATE TABLE m_client (
  id bigint PRIMARY KEY, account_no varchar(20) NOT NULL, external_id varchar(100), status_enum integer NOT NULL DEFAULT 300,
  office_id bigint NOT NULL, firstname varchar(50), lastname varchar(50), display_name varchar(160) NOT NULL, mobile_no varchar(50),
  gender_cv_id integer, date_of_birth date, email_address varchar(150)
);
CREATE TABLE m_product_loan (id bigint PRIMARY KEY, short_name varchar(4) NOT NULL, name varchar(100) NOT NULL);
CREATE TABLE m_loan (
  id bigint PRIMARY KEY, account_no varchar(20) NOT NULL, external_id varchar(100), client_id bigint, group_id bigint, product_id bigint,
  loanpurpose_cv_id integer, loan_status_id smallint NOT NULL, loan_type_enum smallint NOT NULL, currency_code varchar(3) NOT NULL,
  currency_digits smallint NOT NULL, principal_amount numeric(19, 6) NOT NULL, annual_nominal_interest_rate numeric(19, 6),
  interest_method_enum smallint NOT NULL, repay_every smallint NOT NULL, repayment_period_frequency_enum smallint NOT NULL,
  number_of_repayments smallint NOT NULL, grace_on_principal_periods smallint, grace_on_interest_periods smallint,
  amortization_method_enum smallint NOT NULL, approvedon_date date, disbursedon_date date, expected_maturedon_date date,
  maturedon_date date, closedon_date date, writtenoffon_date date, rescheduledon_date date,
  principal_outstanding_derived numeric(19, 6) NOT NULL DEFAULT 0, is_topup boolean NOT NULL DEFAULT false
);
CREATE TABLE m_loan_arrears_aging (
  loan_id bigint PRIMARY KEY, total_overdue_derived numeric(19, 6) NOT NULL DEFAULT 0, overdue_since_date_derived date
);
CREATE TABLE m_loan_charge (
  id bigint PRIMARY KEY, loan_id bigint NOT NULL, charge_id bigint NOT NULL, is_penalty boolean NOT NULL DEFAULT false,
  charge_time_enum smallint NOT NULL, due_for_collection_as_of_date date, charge_calculation_enum smallint NOT NULL,
  amount numeric(19, 6) NOT NULL, amount_paid_derived numeric(19, 6), amount_waived_derived numeric(19, 6),
  amount_outstanding_derived numeric(19, 6) NOT NULL DEFAULT 0, is_active boolean NOT NULL DEFAULT true, submitted_on_date date
);
CREATE TABLE m_loan_collateral (
  id bigint PRIMARY KEY, loan_id bigint NOT NULL, type_cv_id integer NOT NULL, value numeric(19, 6), description varchar(500)
);
CREATE TABLE m_collateral_management (
  id bigint PRIMARY KEY, name varchar(50) NOT NULL, quality varchar(40) NOT NULL, base_price numeric(20, 5) NOT NULL,
  unit_type varchar(10) NOT NULL, pct_to_base numeric(20, 5) NOT NULL, currency bigint
);
CREATE TABLE m_client_collateral_management (
  id bigint PRIMARY KEY, quantity numeric(20, 5) NOT NULL, client_id bigint, collateral_id bigint
);
CREATE TABLE m_loan_collateral_management (
  id bigint PRIMARY KEY, quantity numeric(20, 5) NOT NULL, loan_id bigint, client_collateral_id bigint, is_released boolean DEFAULT false
);
CREATE TABLE m_loan_disbursement_detail (
  id bigint PRIMARY KEY, loan_id bigint NOT NULL, expected_disburse_date date NOT NULL, disbursedon_date date,
  principal numeric(19, 6) NOT NULL, is_reversed boolean NOT NULL DEFAULT false
);
CREATE TABLE m_loan_tranche_disbursement_charge (
  id bigint PRIMARY KEY, loan_charge_id bigint NOT NULL, disbursement_detail_id bigint
);
CREATE TABLE m_loan_repayment_schedule (
  id bigint PRIMARY KEY, loan_id bigint NOT NULL, fromdate date, duedate date NOT NULL, installment smallint NOT NULL,
  principal_amount numeric(19, 6), interest_amount numeric(19, 6), interest_waived_derived numeric(19, 6),
  fee_charges_amount numeric(19, 6), fee_charges_waived_derived numeric(19, 6), penalty_charges_amount numeric(19, 6),
  completed_derived boolean NOT NULL DEFAULT false, is_additional boolean NOT NULL DEFAULT false
);
CREATE TABLE m_loan_repayment_schedule_history (
  id bigint PRIMARY KEY, loan_id bigint NOT NULL, loan_reschedule_request_id bigint, duedate date NOT NULL,
  installment smallint NOT NULL, principal_amount numeric(19, 6), interest_amount numeric(19, 6), version integer NOT NULL
);
CREATE TABLE m_loan_reschedule_request (
  id bigint PRIMARY KEY, loan_id bigint NOT NULL, status_enum smallint NOT NULL, reschedule_from_installment smallint NOT NULL,
  reschedule_from_date date NOT NULL, reschedule_reason_comment varchar(500), submitted_on_date date NOT NULL, approved_on_date date
);
CREATE TABLE m_loan_topup (id bigint PRIMARY KEY, loan_id bigint NOT NULL, closure_loan_id bigint NOT NULL, topup_amount numeric(19, 6));
CREATE TABLE m_loan_transaction (
  id bigint PRIMARY KEY, loan_id bigint NOT NULL, office_id bigint NOT NULL, is_reversed boolean NOT NULL, external_id varchar(100),
  transaction_type_enum smallint NOT NULL, transaction_date date NOT NULL, amount numeric(19, 6) NOT NULL,
  principal_portion_derived numeric(19, 6), interest_portion_derived numeric(19, 6), fee_charges_portion_derived numeric(19, 6),
  penalty_charges_portion_derived numeric(19, 6), overpayment_portion_derived numeric(19, 6), submitted_on_date date NOT NULL,
  reversed_on_date date
);
CREATE TABLE m_loan_transaction_relation (
  id bigint PRIMARY KEY, from_loan_transaction_id bigint NOT NULL, to_loan_transaction_id bigint, relation_type_enum integer NOT NULL
);
CREATE TABLE m_savings_account (
  id bigint PRIMARY KEY, account_no varchar(20) NOT NULL, external_id varchar(100), client_id bigint, group_id bigint,
  status_enum smallint NOT NULL DEFAULT 300, deposit_type_enum smallint NOT NULL DEFAULT 100, currency_code varchar(3) NOT NULL,
  currency_digits smallint NOT NULL, account_balance_derived numeric(19, 6) NOT NULL DEFAULT 0
);
