import pytest

from dutydesk.services.salvage import Fate, Loss
from ui.words.salvage import loss_text


@pytest.mark.parametrize("fate", Fate)
def test_every_loss_is_told_with_its_place(fate):
    assert "duty 7" in loss_text(Loss(fate, "duty 7", "李堃"))
