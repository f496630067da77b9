"""Invented originals in several invented translations and reports, and pairs that only look alike.

All of it was written for the tests.
"""

from __future__ import annotations

from typing import Final

from recensio.model.synopsis import Passage

ALIKE: Final = {
    "ferry": (
        "The ferryman refused to row across the swollen river before dawn, and he hid the oars"
        " under the hay of his brother’s barn.",
        "Before daybreak the boatman would not row over the swollen river; he concealed his oars"
        " beneath the hay in the barn of his brother.",
    ),
    "harvest": (
        "The council has decreed that every household shall deliver three sacks of rye to the"
        " granary at Hollin before the first frost.",
        "By resolution of the council each house must bring three sacks of rye into the Hollin"
        " granary ahead of the first frost, under threat of a fine.",
        "to deliver to the granary three sacks of rye",
    ),
    "portrait": (
        "He was a painter but not a draughtsman; his rival was a draughtsman but not a painter.",
        "in contrast to him, who had been a painter but not a draughtsman, the rival was a"
        " draughtsman but never a painter",
    ),
    "price": (
        "She announced that 40 per cent of the weavers had left the mills by autumn.",
        "The manageress declared in October that 45% of all weavers had already left the mills.",
    ),
    "letter": (
        "I have burned your letters, she wrote, since the lamp was low and the winter long.",
        "She wrote that the lamp had been low and the winter long, and that she had burned his"
        " letters.",
    ),
    "names": (
        "Governor Ryabov and Captain Tomski received Zhukovsky instead of the bishop.",
        "Губернатор Рябов и капитан Томский приняли Жуковского вместо епископа.",
    ),
}

UNLIKE: Final = {
    "list": (
        "greedy, quick, faithless men, ready at a nod to sell their own brothers, braggarts,"
        " drunkards and thieves.",
        "men of narrow wit, faithless and untaught, yet patient and docile thieves and drunkards",
    ),
    "subject": (
        "The miller of Hollin praised the council for the new bridge and gave a dinner.",
        "The council slept. Why had the taxes doubled at Hollin? Nobody would tell the miller.",
    ),
    "office": (
        "The Royal Board of Trade sat for nine hours on the question of the northern lighthouses.",
        "His uncle, once a clerk of the Royal Board of Trade, kept bees and despised the sea.",
    ),
    "nothing": (
        "You thought yourself a captain. Scrub the deck with the others and be silent.",
        "A hundred times cleverer than the mate, and honest besides.",
    ),
}


def passages(*texts: str) -> list[Passage]:
    """Passages of witnesses named A, B, C."""
    return [Passage(siglum, siglum, text) for siglum, text in zip("ABCDE", texts, strict=False)]
