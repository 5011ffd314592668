"""The REST interface below /api/v1/places/."""

from ninja import Router

from project06.places.rest import restatements, units

router = Router()
router.add_router("", units.router)
router.add_router("", restatements.router)
