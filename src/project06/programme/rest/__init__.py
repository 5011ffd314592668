"""REST below /api/v1/programme/, gathered from the modules of this folder."""

from ninja import Router

from project06.programme.rest.steering_acts import router as steering

router = Router()
router.add_router("", steering)
