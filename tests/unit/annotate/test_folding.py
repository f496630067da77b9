"""One key for one word, whatever its transliteration, script or case ending."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recensio.annotate.folding import folded, keys


@pytest.mark.parametrize(
    "spellings",
    [
        "Ryutin Riutin Rjutin Рютин",
        "Yaroslavsky Yaroslavskii Iaroslavskij Jaroslavski Ярославский",
        "Fyodorov Fedorov Fëdorov Фёдоров",
        "Martemyan Martem’ian Martem'yan Мартемьян",
        "Zinoviev Zinov’ev Zinovieff Zinovyev Зиновьев",
        "Yenukidze Enukidze Енукидзе",
        "Aleksei Alexei Aleksey Алексей",
        "Semyonovich Semenovitch Семёнович",
        "Ufimtsev Ufimtzev Уфимцев",
        "Mikhail Mihail Михаил",
        "Solovyov Soloviev Соловьёв",
        "Kayurov Kaiurov Каюров",
        "Blumkin Bliumkin Blyumkin Блюмкин",
        "Politburo Politbiuro Политбюро",
        "Café Cafe CAFÉ",
        "Müller Muller",
    ],
)
def test_spellings_of_one_name_are_one_key(spellings: str) -> None:
    assert len({folded(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    "names", ["Ivanov Ivanova", "Kamenev Kamenevа", "Ziinoviev Zinoviev", "Petrov Petrovsky"]
)
def test_other_names_are_other_keys(names: str) -> None:
    assert len({folded(name) for name in names.split()}) == 2


@pytest.mark.parametrize(
    ("inflected", "listed"),
    [
        ("Рютина", "Ryutin"),
        ("Рютиным", "Ryutin"),
        ("Зиновьеву", "Zinoviev"),
        ("Троцкого", "Trotsky"),
        ("Троцким", "Trotsky"),
        ("Ярославскому", "Yaroslavsky"),
        ("Москве", "Moskva"),
        ("Сибири", "Sibir’"),
    ],
)
def test_a_russian_word_is_found_in_any_case(inflected: str, listed: str) -> None:
    assert folded(listed) in keys(inflected)


@given(st.text(max_size=20))
def test_any_word_has_a_key(word: str) -> None:
    assert keys(word)[0] == folded(word)


@given(st.text(alphabet="abcdeijkouxyz’'абвежийоуцщьюяё", max_size=12))
def test_capitals_make_no_other_key(word: str) -> None:
    assert folded(word.upper()) == folded(word)
