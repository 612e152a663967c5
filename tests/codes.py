"""The codes an authenticator app shows, by the letter of RFC 6238 (and not by the code under test)."""

import base64
import hashlib
import hmac
import struct
import time

PERIOD = 30


def code_now(secret: str) -> str:
    """The code of this half minute; where it is about to end, that of the next."""
    left = PERIOD - time.time() % PERIOD
    if left < 3:
        time.sleep(left + 0.1)
    return code_at(secret, int(time.time()) // PERIOD)


def code_at(secret: str, counter: int) -> str:
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", counter), hashlib.sha1).digest()
    place = digest[-1] & 0xF
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
