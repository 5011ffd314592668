"""REST below /api/v1/programme/, gathered from the modules of this folder."""

from ninja import Router

router = Router()
