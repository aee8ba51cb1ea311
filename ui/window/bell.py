"""The bell of the duty room: a few tones by whatever the system plays sounds with, and its own beep."""

import math
import shutil
import sys
import wave
from array import array
from io import BytesIO
from pathlib import Path
from typing import Final

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from ui.own_folder import own_folder

_RATE: Final = 22_050
_TONE, _PAUSE, _PITCH, _LOUD = 0.22, 0.13, 880.0, 0.6  # seconds, seconds, hertz, share of full
_PLAYERS: Final = ("pw-play", "paplay", "aplay")
"""What plays a WAV file on Linux, the newest first; one of them belongs to every desktop."""


def ring(times: int) -> None:
    """Sound so many tones; returns at once. Nothing is played where no window is on a screen."""
    QApplication.beep()
    if QApplication.platformName() == "offscreen":
        return
    path = _written(times)
    if path is None:
        return
    if sys.platform == "win32":
        import winsound  # noqa: PLC0415 - exists on Windows alone

        winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
    else:
        player = next(filter(None, map(shutil.which, _PLAYERS)), None)
        if player is not None:
            QProcess.startDetached(player, [str(path)])


def tones(times: int) -> bytes:
    """So many tones as a WAV file, each swelling and fading so that it does not crack."""
    samples = array("h")
    length, silence = int(_TONE * _RATE), int(_PAUSE * _RATE)
    for _ in range(times):
        samples.extend(
            int(32767 * _LOUD * math.sin(math.pi * at / length) * math.sin(math.tau * _PITCH * at / _RATE))
            for at in range(length)
        )
        samples.extend([0] * silence)
    written = BytesIO()
    with wave.open(written, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(samples.itemsize)
        sound.setframerate(_RATE)
        sound.writeframes(samples.tobytes())
    return written.getvalue()


def _written(times: int) -> Path | None:
    """The tones as a file of the user's own, where the player finds it; None where nothing can be written."""
    path, whole = own_folder() / f"bell-{times}.wav", tones(times)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(whole)
    except OSError:  # the beep was heard
        return None
    return path
