"""How each message about plans of relief is brought about."""

from __future__ import annotations

import json

from tests.docs.happenings import happening
from tests.relief.made import PLAN


def relieved(w, *more):
    w.tape()
    w.file("plan.yaml", PLAN)
    return w.said("relief", "tape", "--date", "2020-06-30", "--out", "out", *more)


def checked(w, *, date="2020-09-30", **record):
    w.tape()
    if record:
        w.file("granted/relief.json", json.dumps(record))
    return w.said("relief", "check", "tape", "--date", date, "--granted", "granted", "--out", "out")


@happening("There is no plan")
def no_plan(w):
    return relieved(w, "--plan", "nowhere.yaml")


@happening("plans were named, and at most")
def three_plans(w):
    return relieved(w, "--plan", "plan.yaml", "--plan", "letter", "--plan", "circular-2020")


@happening("holds two plans")
def two_plans(w):
    return checked(w, plans=[{}, {}])


@happening("is not a result of 'prakas relief'")
def no_result(w):
    return [checked(w), checked(w, plans=[{}])]


@happening("nothing can be given yet")
def too_early(w):
    w.tape()
    w.file("plan.yaml", PLAN + "from: 2020-07-16\n")
    w.prakas("relief", "tape", "--date", "2020-06-30", "--plan", "plan.yaml", "--out", "granted")
    return w.said("relief", "check", "tape", "--date", "2020-06-30", "--granted", "granted", "--out", "out")
