"""A table somebody brings: a file as multipart/form-data, or the link of a shared Google Sheet as JSON."""

from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from litestar import Request
from litestar.datastructures import UploadFile
from litestar.exceptions import ClientException
from litestar.openapi.spec import OpenAPIMediaType, Operation, RequestBody, Schema
from litestar.openapi.spec.enums import OpenAPIType
from msgspec import Meta

from roleferry.domain.model.errors import FieldError, Invalid


class TableUploadInvalid(Invalid):
    """A table is sent as a file (multipart/form-data, field `file`) or as a link (JSON, field `sheet_url`)."""

    code = "table.upload_invalid"


class SheetLink(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The link of a Google Sheet that everybody with the link may read."""

    sheet_url: Annotated[str, Meta(min_length=8, max_length=2000, pattern="^https://docs[.]google[.]com/")]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableGiven:
    """Exactly one of the two."""

    data: bytes | None = None
    sheet_url: str | None = None


async def table_given(request: Request[Any, Any, Any]) -> TableGiven:
    """
    Return what the request brings.

    Raises:
        TableUploadInvalid: neither a file nor a link.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _file(request)
    try:
        link = msgspec.json.decode(await request.body(), type=SheetLink)
    except msgspec.ValidationError as error:
        raise TableUploadInvalid(
            "send a file as multipart/form-data, or sheet_url as JSON", errors=(FieldError("sheet_url", str(error)),)
        ) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ClientException(detail="the body is neither multipart/form-data nor JSON") from error
    return TableGiven(sheet_url=link.sheet_url)


async def _file(request: Request[Any, Any, Any]) -> TableGiven:
    form = await request.form()
    file = form.get("file")
    if not isinstance(file, UploadFile) or len(form) != 1:
        errors = (FieldError("file", "send one file in a field of this name, and nothing else"),)
        raise TableUploadInvalid("send the table as a file in the field `file`", errors=errors)
    return TableGiven(data=await file.read())


@dataclass
class TableOperation(Operation):
    """What the OpenAPI document says of such a request: `@post(..., operation_class=TableOperation)`."""

    def __post_init__(self) -> None:
        """Describe both forms."""
        file = Schema(type=OpenAPIType.STRING, content_media_type="application/octet-stream")
        link = Schema(type=OpenAPIType.STRING, min_length=8, max_length=2000, pattern="^https://docs[.]google[.]com/")
        self.request_body = RequestBody(
            required=True,
            content={
                "multipart/form-data": OpenAPIMediaType(schema=_only("file", file)),
                "application/json": OpenAPIMediaType(schema=_only("sheet_url", link)),
            },
        )


def _only(name: str, schema: Schema) -> Schema:
    return Schema(type=OpenAPIType.OBJECT, properties={name: schema}, required=[name], additional_properties=False)
