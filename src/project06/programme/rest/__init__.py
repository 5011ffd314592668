"""REST below /api/v1/programme/, gathered from the modules of this folder."""

from ninja import Router

from project06.programme.rest.indicator_acts import router as indicators
from project06.programme.rest.steering_acts import router as steering

router = Router()
router.add_router("", steering)
router.add_router("", indicators)
