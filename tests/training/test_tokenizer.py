import pytest

from training.tokenizer import blank_german


@pytest.fixture(scope="module")
def words():
    nlp = blank_german()
    return lambda text: [t.text for t in nlp(text)]


@pytest.mark.parametrize(
    "word",
    [
        "1&1",
        "Ele.me",
        "Booking.com",
        "C&A",
        "H&M",
        "AT&T",
        "Qwen3-Max",
        "Yahoo!",
        "ProSiebenSat.1",
        "L'Oréal",
        "L’Oréal",
        "Moody's",
        "Moody’s",
        "S&P",
        "5G",
        "5G-Netz",
        "GPT-4o",
        "A350-1000",
        "2025/26",
        "US-Regierung",
        "Apple-Zulieferer",
        "Umwelt-",
        "3.900",
        "14.",
        "Mrd.",
        "Mio.",
        "rd.",
        "z.B.",
        "S.p.A.",
        "Inc.",
        "Ltd.",
        "1,2-Milliarden-Deal",
        "zum",
        "3M",
        "E.ON",
    ],
)
def test_is_one_word(words, word):
    assert words(f"So {word} heute") == ["So", word, "heute"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("im Jahr 2024.", ["im", "Jahr", "2024", "."]),
        ("auf 3.900.", ["auf", "3.900", "."]),
        ("um 1,5.", ["um", "1,5", "."]),
        ("in 2025/26.", ["in", "2025/26", "."]),
        ("im Q3.", ["im", "Q3", "."]),
        ("Merck KGaA.", ["Merck", "KGaA", "."]),
        ("um 3,5%.", ["um", "3,5", "%", "."]),
        ("„Buy“", ["„", "Buy", "“"]),
        ("Alibaba/Honor", ["Alibaba", "/", "Honor"]),
    ],
)
def test_splits(words, text, expected):
    assert words(text) == expected
