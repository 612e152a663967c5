"""Register documents with something wrong, and data of any form."""

from typing import Any

import pytest
from hypothesis import strategies as st

from samstyr.rules.register import SCHEMA, RegisterError, parse
from tests.factories.registers import documents

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=10),
    st.dates(),
    st.datetimes(),
    st.binary(max_size=3),
    st.sampled_from(["a", "b", "stat", "decide", "national", SCHEMA]),
)
KEYS = ["id", "name", "kind", "party", "valid", "from", "until", "seats", "when", "to"]
anything = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5) | st.integers(), inner, max_size=4)
    ),
    max_leaves=12,
)
"""Plain data of any form, as a YAML or JSON reader could give it."""


@st.composite
def disturbed_documents(draw: st.DrawFn) -> Any:
    """A good document with something anywhere in it replaced, left out or added."""
    found = draw(documents(most=2))
    here: Any = found
    while True:
        steps = list(here) if isinstance(here, dict) else list(range(len(here)))
        if not steps:
            break
        step = draw(st.sampled_from(steps))
        if isinstance(here[step], dict | list) and here[step] and draw(st.integers(0, 3)):
            here = here[step]
            continue
        what = draw(st.sampled_from(["replace", "replace", "remove", "add"]))
        if what == "replace":
            here[step] = draw(anything)
        elif what == "remove":
            del here[step]
        elif isinstance(here, dict):
            here[draw(st.text(max_size=5) | st.integers())] = draw(anything)
        else:
            here.append(draw(anything))
        break
    return found


def problems_of(found: Any, **how: Any) -> list[str]:
    """What `parse` tells about a document that is no register."""
    with pytest.raises(RegisterError) as caught:
        parse(found, **how)
    return [str(problem) for problem in caught.value.problems]
