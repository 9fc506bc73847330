"""Currencies: the signs and words that stand for them, as ISO 4217 codes."""

from copydesk.english.lists import among

SIGNS = {
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "N$": "NAD",
    "NT$": "TWD",
    "S$": "SGD",
    "R$": "BRL",
    "J$": "JMD",
    "TT$": "TTD",
    "FJ$": "FJD",
    "S/": "PEN",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₦": "NGN",
    "₱": "PHP",
    "₩": "KRW",
    "₪": "ILS",
    "₴": "UAH",
    "₽": "RUB",
    "₺": "TRY",
    "฿": "THB",
    "৳": "BDT",
    "GH₵": "GHS",
    "RM": "MYR",
    "Rp": "IDR",
    "Tk": "BDT",
    "Taka": "BDT",
    "Naira": "NGN",
    "KSh": "KES",
    "Ksh": "KES",
    "Sh": "KES",
    "Rs.": "INR",
    "Rs": "INR",
}
"""Signs before a sum. Some stand for several currencies: see `SHARED_SIGNS`."""
SHARED_SIGNS = {
    "Rs": {
        "Mauriti": "MUR",
        "Pakistan": "PKR",
        "Nepal": "NPR",
        "Sri Lanka": "LKR",
        "Seychell": "SCR",
        "India": "INR",
    },
    "Sh": {"Kenya": "KES", "Uganda": "UGX", "Tanzania": "TZS", "Somali": "SOS"},
}
"""Signs of several currencies: the words of a page that tell which. Where two countries are named, it stays open."""
CODES = among(
    "USD EUR GBP JPY CNY INR AUD CAD CHF HKD NZD SGD SEK NOK DKK ZAR NGN KES UGX TZS GHS PKR LKR BDT THB IDR MYR PHP "
    "KRW TWD VND RUB UAH TRY PLN CZK HUF RON ILS AED SAR QAR KWD BHD OMR JOD EGP MAD BRL MXN ARS CLP COP PEN NAD MUR "
    "BWP ZMW RWF ETB AZN GEL KZT RMB"
)
_CURRENCIES = {
    "USD": "dollar dollars",
    "EUR": "euro euros",
    "JPY": "yen",
    "CNY": "yuan renminbi",
    "KRW": "won",
    "ZAR": "rand rands",
    "NGN": "naira",
    "RUB": "ruble rubles rouble roubles",
    "UAH": "hryvnia hryvnias",
    "THB": "baht",
    "MYR": "ringgit",
    "IDR": "rupiah rupiahs",
    "ILS": "shekel shekels",
    "PLN": "zloty zlotys",
    "HUF": "forint forints",
    "VND": "dong",
    "BDT": "taka",
    "GHS": "cedi cedis",
    "ETB": "birr",
    "BRL": "reais",
    "GEL": "lari",
    "BWP": "pula",
    "ZMW": "kwacha",
}
MONEY_UNITS: dict[str, str | None] = {word: code for code, words in _CURRENCIES.items() for word in words.split()}
MONEY_UNITS |= dict.fromkeys(  # used by several countries: an adjective before them may tell which
    among(
        "rupee rupees peso pesos dinar dinars dirham dirhams riyal riyals rial rials franc francs krona kronor krone "
        "kroner crown crowns lira liras shilling shillings cent cents pence kyat tenge manat som leu lei"
    )
)
POUNDS = among("pound pounds")
OTHER_WORDS_TOO = among("som pound pounds crown crowns won real")
"""Words that name money, and other things as well: behind a word with a capital they must name a country's."""
OF_COUNTRY = {
    ("us", "dollars"): "USD",
    ("american", "dollars"): "USD",
    ("australian", "dollars"): "AUD",
    ("canadian", "dollars"): "CAD",
    ("singapore", "dollars"): "SGD",
    ("taiwan", "dollars"): "TWD",
    ("zealand", "dollars"): "NZD",
    ("kong", "dollars"): "HKD",
    ("namibian", "dollars"): "NAD",
    ("jamaican", "dollars"): "JMD",
    ("indian", "rupees"): "INR",
    ("pakistani", "rupees"): "PKR",
    ("nepali", "rupees"): "NPR",
    ("nepalese", "rupees"): "NPR",
    ("lankan", "rupees"): "LKR",
    ("mauritian", "rupees"): "MUR",
    ("mexican", "pesos"): "MXN",
    ("philippine", "pesos"): "PHP",
    ("argentine", "pesos"): "ARS",
    ("chilean", "pesos"): "CLP",
    ("colombian", "pesos"): "COP",
    ("cuban", "pesos"): "CUP",
    ("kuwaiti", "dinars"): "KWD",
    ("jordanian", "dinars"): "JOD",
    ("iraqi", "dinars"): "IQD",
    ("serbian", "dinars"): "RSD",
    ("saudi", "riyals"): "SAR",
    ("qatari", "riyals"): "QAR",
    ("iranian", "rials"): "IRR",
    ("swiss", "francs"): "CHF",
    ("rwandan", "francs"): "RWF",
    ("cfa", "francs"): "XAF",
    ("swedish", "kronor"): "SEK",
    ("norwegian", "kroner"): "NOK",
    ("danish", "kroner"): "DKK",
    ("czech", "crowns"): "CZK",
    ("turkish", "lira"): "TRY",
    ("turkish", "liras"): "TRY",
    ("kenyan", "shillings"): "KES",
    ("kenya", "shillings"): "KES",
    ("ugandan", "shillings"): "UGX",
    ("tanzanian", "shillings"): "TZS",
    ("sterling", "pounds"): "GBP",
    ("british", "pounds"): "GBP",
    ("egyptian", "pounds"): "EGP",
    ("sudanese", "pounds"): "SDG",
    ("syrian", "pounds"): "SYP",
    ("lebanese", "pounds"): "LBP",
    ("emirati", "dirhams"): "AED",
    ("moroccan", "dirhams"): "MAD",
}
"""Currencies by the word of a country before them."""
