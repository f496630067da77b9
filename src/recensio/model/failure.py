"""The one exception for "cannot go on"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Every command imports this module, and few need problems.
    from recensio.model.problem import Problem


class CannotGoOn(Exception):
    """The run cannot go on; the problems say why and what mends it, `exit_code` is 1 or 2."""

    def __init__(self, *problems: Problem, exit_code: int = 2) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
        self.exit_code = exit_code
