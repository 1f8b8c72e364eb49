"""Every edit: what can be wrong with a tape, in one sentence in English and in Khmer, and whether it returns the row.

An id is a letter and three digits and is never used for anything else again. The letter is the class:
F file and format, S structure (required, keys), V value, R reference, Q quality (plausible), M sums.
"""

from __future__ import annotations

from dataclasses import dataclass

CLASSES = {
    "F": "file and format",
    "S": "structure: required values and keys",
    "V": "value: type, range, code, order of dates",
    "R": "reference: what a row belongs to",
    "Q": "quality: readable, and hardly plausible",
    "M": "sums and totals",
}


@dataclass(frozen=True)
class Edit:
    """One edit rule. `{field}` in a sentence stands for the column concerned."""

    id: str
    name: str
    en: str
    km: str
    returned: bool = False  # the row is held back
    repaired: bool = False  # the value is read in spite of it
    taken_along: bool = False  # held back for another row's sake


# One row an edit; the order is that of the page.
_ALL = (
    # Lines
    Edit("F001", "value_count", "The line has more or fewer values than the header.",
         "ជួរនេះមានចំនួនតម្លៃលើស ឬខ្វះ ធៀបនឹងក្បាលតារាង។", returned=True),
    Edit("F002", "not_utf8", "The line is not UTF-8 text.", "ជួរនេះមិនមែនជាអក្សរ UTF-8 ទេ។", returned=True),
    Edit("F003", "control_byte", "The line holds a NUL byte or a carriage return inside.",
         "ជួរនេះមានតួអក្សរបញ្ជា (NUL ឬ CR) នៅខាងក្នុង។", returned=True),
    Edit("F004", "blank", "The line is blank.", "ជួរនេះទទេ។", returned=True),
    Edit("F005", "quote", "The line's quotes do not close, or a quoted value runs over the end of the line.",
         "សញ្ញាសម្រង់ក្នុងជួរនេះមិនបិទ ឬតម្លៃក្នុងសញ្ញាសម្រង់លើសចុងជួរ។", returned=True),
    Edit("F006", "line_length", "The line is longer than a row of a tape can be.", "ជួរនេះវែងហួសពីជួរដេកនៃតារាង។", returned=True),
    # Files, repaired
    Edit("F101", "byte_order_mark", "The file begins with a byte order mark; it was left out.",
         "ឯកសារចាប់ផ្តើមដោយសញ្ញា BOM ដែលត្រូវបានលុបចេញ។", repaired=True),
    Edit("F102", "crlf", "Lines end with CR LF; they were read as LF.", "ជួរបញ្ចប់ដោយ CR LF ហើយត្រូវបានអានជា LF។", repaired=True),
    Edit("F103", "header_spelling", "The column was found under another spelling of its name.",
         "ជួរឈរ {field} ត្រូវបានរកឃើញតាមអក្ខរាវិរុទ្ធផ្សេង។", repaired=True),
    Edit("F104", "separator", "Values are separated by another sign than a comma.",
         "តម្លៃត្រូវបានបែងចែកដោយសញ្ញាផ្សេងពីសញ្ញាក្បៀស។", repaired=True),
    Edit("F105", "mapped", "The column was read through the mapping file.", "ជួរឈរ {field} ត្រូវបានអានតាមឯកសារផ្គូផ្គង។", repaired=True),
    # Columns, repaired as a whole
    Edit("F111", "spaces", "Values of {field} had spaces around them.", "តម្លៃនៃ {field} មានដកឃ្លាជុំវិញ។", repaired=True),
    Edit("F112", "letter_case", "Codes of {field} were in other letter case.", "កូដនៃ {field} ប្រើអក្សរតូចធំផ្សេង។", repaired=True),
    Edit("F113", "khmer_digits", "Values of {field} were in Khmer digits.", "តម្លៃនៃ {field} សរសេរជាលេខខ្មែរ។", repaired=True),
    Edit("F114", "thousands", "Values of {field} had thousands separators.", "តម្លៃនៃ {field} មានសញ្ញាខណ្ឌខ្ទង់ពាន់។", repaired=True),
    Edit("F115", "serial_date", "Dates of {field} were Excel day numbers.", "កាលបរិច្ឆេទនៃ {field} ជាលេខថ្ងៃរបស់ Excel។", repaired=True),
    Edit("F116", "day_first", "Dates of {field} were written day first.", "កាលបរិច្ឆេទនៃ {field} សរសេរថ្ងៃមុន។", repaired=True),
    Edit("F117", "midnight", "Dates of {field} carried a time of midnight.", "កាលបរិច្ឆេទនៃ {field} មានម៉ោងសូន្យ។", repaired=True),
    Edit("F118", "leading_zero", "Commune codes of {field} had lost their leading zero.",
         "កូដឃុំនៃ {field} បាត់លេខសូន្យខាងមុខ។", repaired=True),
    # Structure
    Edit("S001", "required", "{field} is required and empty.", "{field} ត្រូវតែមាន ប៉ុន្តែទទេ។", returned=True),
    Edit("S002", "duplicate", "The key occurs more than once; every row that has it is returned.",
         "លេខសម្គាល់នេះមានលើសពីម្តង ជួរទាំងអស់ដែលមានវាត្រូវបានប្រគល់ត្រឡប់។", returned=True),
    # Values
    Edit("V001", "code", "{field} is not one of the codes.", "{field} មិនមែនជាកូដក្នុងបញ្ជីទេ។", returned=True),
    Edit("V002", "date", "{field} is not a date written as 2020-06-30.", "{field} មិនមែនជាកាលបរិច្ឆេទបែប 2020-06-30 ទេ។", returned=True),
    Edit("V003", "date_range", "{field} lies before 1979 or after 2100.", "{field} នៅមុនឆ្នាំ 1979 ឬក្រោយឆ្នាំ 2100។", returned=True),
    Edit("V004", "money", "{field} is not an amount written as 1500.00.", "{field} មិនមែនជាចំនួនទឹកប្រាក់បែប 1500.00 ទេ។", returned=True),
    Edit("V005", "money_decimals", "{field} has more than two decimals; nothing is rounded.",
         "{field} មានខ្ទង់ទសភាគលើសពីពីរ ហើយមិនត្រូវបានបង្គត់ទេ។", returned=True),
    Edit("V006", "money_range", "{field} is beyond ten million million.", "{field} លើសពីដប់លានលាន។", returned=True),
    Edit("V007", "integer", "{field} is not a whole number below one thousand million.",
         "{field} មិនមែនជាចំនួនគត់ក្រោមមួយពាន់លានទេ។", returned=True),
    Edit("V008", "decimal", "{field} is not a number with at most six decimals in its range.",
         "{field} មិនមែនជាចំនួនដែលមានខ្ទង់ទសភាគយ៉ាងច្រើនប្រាំមួយក្នុងដែនកំណត់ទេ។", returned=True),
    Edit("V009", "boolean", "{field} is neither true nor false.", "{field} មិនមែនជា true ឬ false ទេ។", returned=True),
    Edit("V010", "commune", "{field} is not a commune code of six digits.", "{field} មិនមែនជាកូដឃុំប្រាំមួយខ្ទង់ទេ។", returned=True),
    Edit("V011", "negative", "{field} is below zero.", "{field} តិចជាងសូន្យ។", returned=True),
    Edit("V012", "not_positive", "{field} is not above zero.", "{field} មិនលើសសូន្យទេ។", returned=True),
    Edit("V013", "maturity", "The loan matures on or before the day it was disbursed.",
         "កម្ចីផុតកំណត់នៅថ្ងៃបើកប្រាក់ ឬមុនថ្ងៃនោះ។", returned=True),
    Edit("V014", "released_early", "The collateral was handed back before it was taken.",
         "វត្ថុធានាត្រូវបានប្រគល់វិញមុនថ្ងៃដែលយក។", returned=True),
    # References
    Edit("R001", "institution_unknown", "The institution is not in the table institutions of this tape.",
         "គ្រឹះស្ថាននេះមិនមាននៅក្នុងតារាង institutions ទេ។", returned=True),
    Edit("R002", "loan_unknown", "The loan is not in the table loans of this tape.", "កម្ចីនេះមិនមាននៅក្នុងតារាង loans ទេ។", returned=True),
    Edit("R003", "loan_ambiguous", "Several institutions of this tape have a loan of that id; institution_id is needed.",
         "គ្រឹះស្ថានច្រើនមានកម្ចីលេខនេះ ត្រូវការ institution_id។", returned=True),
    Edit("R004", "loan_returned", "Its loan was returned.", "កម្ចីរបស់វាត្រូវបានប្រគល់ត្រឡប់។", returned=True, taken_along=True),
    Edit("R005", "institution_returned", "Its institution was returned.", "គ្រឹះស្ថានរបស់វាត្រូវបានប្រគល់ត្រឡប់។", returned=True, taken_along=True),
    # Plausible
    Edit("Q001", "unknown_column", "The column is not in the contract; it was kept with the original and not read.",
         "ជួរឈរនេះមិនមាននៅក្នុងកិច្ចសន្យាទិន្នន័យ ហើយមិនត្រូវបានអានទេ។"),
    Edit("Q002", "unknown_file", "The file or sheet is not a table of the contract; it was not read.",
         "ឯកសារ ឬសន្លឹកនេះមិនមែនជាតារាងនៃកិច្ចសន្យាទិន្នន័យទេ ហើយមិនត្រូវបានអានទេ។"),
    Edit("Q003", "commune_unknown", "{field} is no commune that we know.", "{field} មិនមែនជាឃុំដែលយើងស្គាល់ទេ។"),
    Edit("Q004", "after_closing", "{field} lies after the day the book was closed.", "{field} នៅក្រោយថ្ងៃបិទបញ្ជី។"),
    Edit("Q005", "birth_year", "The borrower would be younger than 15 or older than 100.", "អ្នកខ្ចីមានអាយុក្រោម 15 ឬលើស 100 ឆ្នាំ។"),
    Edit("Q006", "high_rate", "The interest is above 200 % a year.", "ការប្រាក់លើសពី 200 % ក្នុងមួយឆ្នាំ។"),
    Edit("Q007", "title_ref_missing", "A land title without title_ref: it cannot be told from other titles.",
         "ប្លង់ដីគ្មាន title_ref មិនអាចដឹងថាជាប្លង់ណាទេ។"),
    Edit("Q008", "borrower_unknown", "The borrower is not among the rows of borrowers that were kept.",
         "អ្នកខ្ចីនេះមិនមាននៅក្នុងជួរ borrowers ដែលបានរក្សាទុកទេ។"),
    Edit("Q009", "refinanced_unknown", "The loan that it repays is not among the loans that were kept.",
         "កម្ចីដែលវាសងជំនួសមិនមាននៅក្នុងកម្ចីដែលបានរក្សាទុកទេ។"),
    Edit("Q010", "before_disbursement", "{field} lies before the day of disbursement.", "{field} នៅមុនថ្ងៃបើកប្រាក់។"),
    Edit("Q011", "signed_late", "The contract was signed after the money was handed out.", "កិច្ចសន្យាត្រូវបានចុះហត្ថលេខាក្រោយថ្ងៃបើកប្រាក់។"),
    Edit("Q012", "returned_early", "The saving was handed back before it was paid in.", "ប្រាក់សន្សំត្រូវបានប្រគល់វិញមុនថ្ងៃដែលបង់។"),
    Edit("Q013", "deposit_kind", "Accounts without a kind are counted as voluntary; value says how many.",
         "គណនីគ្មានប្រភេទត្រូវបានរាប់ជាស្ម័គ្រចិត្ត។"),
    Edit("Q014", "first_maturity", "The maturity first agreed lies on or before the day of disbursement.",
         "កាលកំណត់ដំបូងនៅថ្ងៃបើកប្រាក់ ឬមុនថ្ងៃនោះ។"),
    # Sums
    Edit("M001", "schedule_sum", "The instalments' principal does not add up to the loan's principal; the schedule stands.",
         "ប្រាក់ដើមក្នុងតារាងសងមិនស្មើនឹងប្រាក់ដើមកម្ចីទេ តារាងសងនៅដដែល។"),
    Edit("M002", "restarted_sum", "The instalments' principal does not add up to the balance at the restart; the schedule stands.",
         "ប្រាក់ដើមក្នុងតារាងសងមិនស្មើនឹងសមតុល្យនៅថ្ងៃរៀបចំឡើងវិញទេ តារាងសងនៅដដែល។"),
    Edit("M003", "overpaid", "More principal was received than was owed.", "ប្រាក់ដើមដែលទទួលបានលើសពីប្រាក់ដើមដែលជំពាក់។"),
    Edit("M004", "cover_rows", "The cover sheet states another number of rows.", "សន្លឹកមុខបញ្ជាក់ចំនួនជួរខុសពីនេះ។"),
    Edit("M005", "cover_sum", "The cover sheet states another sum of {field}.", "សន្លឹកមុខបញ្ជាក់ផលបូកនៃ {field} ខុសពីនេះ។"),
    Edit("M007", "cover_unreadable", "The cover sheet cannot be read; nothing was held against it.",
         "សន្លឹកមុខមិនអាចអានបានទេ គ្មានអ្វីត្រូវបានផ្ទៀងផ្ទាត់ឡើយ។"),
    Edit("M006", "reported_portfolio", "The loans' reported_outstanding do not add up to reported_portfolio_khr.",
         "ផលបូកនៃ reported_outstanding មិនស្មើនឹង reported_portfolio_khr ទេ។"),
)  # fmt: skip

EDITS = {edit.id: edit for edit in _ALL}

RETURNING = tuple(e.id for e in _ALL if e.returned)
TAKEN_ALONG = tuple(e.id for e in _ALL if e.taken_along)
