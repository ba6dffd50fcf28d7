"""A worker whose judge has faults, called up by words in the article: what a bad rule or bad C code would do."""

import runpy
import time

from agents import classify

judge = classify.judge


def faulty(article, *more, **named):
    if "RAISE" in article.text:
        raise RuntimeError("a fault in a step")
    if "SLEEP" in article.text:
        time.sleep(60)
    if "HOLD" in article.text:
        sum(range(10**12))  # in C, and deaf to signals
    return judge(article, *more, **named)


classify.judge = faulty
runpy.run_module("agents.worker", run_name="__main__")
