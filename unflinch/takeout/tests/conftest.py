"""A file on its way in, through the pages."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from unflinch.takeout.models import KeptRow


class Desk:
    """Mira with a file in her hand."""

    def __init__(self, client: Client):
        self.client = client

    def send(self, content, name="diary.csv"):
        """The address of the page that shows the file before anything is saved."""
        data = content if isinstance(content, bytes) else content.encode()
        answer = self.client.post("/import/", {"id": str(uuid4()), "diary": SimpleUploadedFile(name, data)})
        assert answer.status_code == 302, answer.content.decode()
        return answer.headers["Location"]

    def say(self, preview, **told):
        """Say something about the file."""
        answer = self.client.post(preview, told)
        assert answer.status_code == 302, answer.content.decode()

    def bring(self, content, **told):
        """Bring the file in, with this said of it; the page that says what came of it."""
        preview = self.send(content)
        if told:
            self.say(preview, **told)
        self.imported = self.client.post(f"{preview}bringing-in/").headers["Location"]
        return self.see(self.imported)

    def see(self, address):
        answer = self.client.get(address)
        assert answer.status_code == 200, address
        return answer.content.decode()

    def post(self, address, status=302, **told):
        answer = self.client.post(address, told)
        assert answer.status_code == status, answer.content.decode()
        return answer

    def write(self, address, **told):
        """Write something on an ask that is here."""
        return self.post(address, id=str(uuid4()), **told)

    def groups(self):
        """The keys of the groups of rows that are kept aside, as the page names them."""
        page = self.see(f"{self.imported}aside/")
        return [part.split('"')[0] for part in page.split('id="group_')[1:]]

    @property
    def aside(self):
        return KeptRow.objects.open()


@pytest.fixture
def desk(browser_of_mira):
    return Desk(browser_of_mira)
