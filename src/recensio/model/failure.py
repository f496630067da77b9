"""The one exception for "cannot go on"."""

from __future__ import annotations

from recensio.model.problem import Problem


class CannotGoOn(Exception):
    """The run cannot go on; `problem` says why and what mends it, `exit_code` is 1 or 2."""

    def __init__(self, problem: Problem, exit_code: int = 2) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.exit_code = exit_code
