"""REST below /api/v1/reporting/. Refusals leave as problem+json; sending a report needs an idempotency key."""

from ninja import Router

from project06.reporting.rest.campaigns import router as campaigns
from project06.reporting.rest.obligations import router as obligations

router = Router()
router.add_router("", campaigns)
router.add_router("", obligations)
