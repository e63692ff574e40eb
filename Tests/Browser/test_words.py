"""The words themselves: the same keys and arguments in every language, every plural form, and plain speech."""
import json
import re

import pytest

from machine import WEB, words

FORMS = {"en": {"one", "other"}, "ar": {"zero", "one", "two", "few", "many", "other"}}
NEVER = {"error", "invalid", "failed", "item", "transaction", "checkout", "patron", "rfid", "tag", "ils", "server"}
LANGUAGES = sorted(path.stem for path in (WEB / "words").glob("*.json"))


def texts(language):
    return {key: text for key, text in words(language).items() if key != "_"}


def arguments(text):
    without_forms = re.sub(r"\b(?:zero|one|two|few|many|other) \{", "", text)
    return set(re.findall(r"\{(\w+)(?:, plural,|\})", without_forms))


def plain(text):
    """Every sentence of a text: plural forms one by one, arguments as one word."""
    forms = re.findall(r"(?:zero|one|two|few|many|other) \{((?:[^{}]|\{\w+\})*)\}", text)
    rest = re.sub(r"\{\w+, plural,(?:[^{}]|\{(?:[^{}]|\{\w+\})*\})*\}", "", text)
    for part in [*forms, rest]:
        yield from (sentence for sentence in re.split(r"(?<=[.!?؟])\s", part) if sentence.strip())


def test_no_key_stands_twice_in_a_file():
    for language in LANGUAGES:
        pairs = json.loads((WEB / "words" / f"{language}.json").read_text(encoding="utf-8"), object_pairs_hook=list)
        keys = [key for key, _ in pairs]
        assert len(keys) == len(set(keys)), language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_with_the_same_arguments(language):
    english, other = texts("en"), texts(language)
    assert other.keys() == english.keys()
    for key, text in english.items():
        assert arguments(other[key]) == arguments(text), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_all_the_forms_of_its_language(language):
    for key, text in texts(language).items():
        for plural in re.findall(r"\{\w+, plural,((?:[^{}]|\{(?:[^{}]|\{\w+\})*\})*)\}", text):
            assert set(re.findall(r"(\w+) \{", plural)) == FORMS[language], key


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short_and_braces_are_balanced(language):
    for key, text in texts(language).items():
        assert text.count("{") == text.count("}"), key
        assert "'" not in text, f"{key}: use ’, a straight quote is not plain text in a message"
        for sentence in plain(text):
            assert len(sentence.split()) <= 15, f"{key}: {sentence}"


def test_english_has_no_word_that_only_librarians_and_programs_use():
    for key, text in texts("en").items():
        assert not NEVER & set(re.findall(r"[a-z]+", text.lower())), key
        assert "!" not in text, key
