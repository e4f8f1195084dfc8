from unflinch.devices.requests import DeviceRequest
from unflinch.lock.models import Lock


class LockRequest(DeviceRequest):
    """A request as the pages of the lock see it.

    `opened` is the lock of somebody who has one and has opened it; `leaves` says that they take the quick way out.
    """

    opened: Lock | None = None
    leaves: bool = False
