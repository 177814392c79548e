"""Models of `webhooks`."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from .._core import Discriminated, Model, Unknown, constant


class ServerMessageProperties(Model):
    """What all server messages have. What else a message carries is kept as it comes."""

    call: dict[str, Any] | None = None
    """The call that the message belongs to."""


class AssistantSpeechStartedMessage(ServerMessageProperties):
    """The assistant has started to speak."""

    type: Literal["assistant.speechStarted"] = constant("assistant.speechStarted")
    """Always `assistant.speechStarted`."""


class AssistantStartedMessage(ServerMessageProperties):
    """An assistant has started."""

    type: Literal["assistant.started"] = constant("assistant.started")
    """Always `assistant.started`."""


class CallArtifactUploadMessage(ServerMessageProperties):
    """An artifact of a call is uploaded."""

    type: Literal["call.artifact.upload"] = constant("call.artifact.upload")
    """Always `call.artifact.upload`."""


class CallDeleteFailedMessage(ServerMessageProperties):
    """A call could not be deleted."""

    type: Literal["call.delete.failed"] = constant("call.delete.failed")
    """Always `call.delete.failed`."""


class CallDeletedMessage(ServerMessageProperties):
    """A call was deleted."""

    type: Literal["call.deleted"] = constant("call.deleted")
    """Always `call.deleted`."""


class ChatCreatedMessage(ServerMessageProperties):
    """A chat was created."""

    type: Literal["chat.created"] = constant("chat.created")
    """Always `chat.created`."""


class ChatDeletedMessage(ServerMessageProperties):
    """A chat was deleted."""

    type: Literal["chat.deleted"] = constant("chat.deleted")
    """Always `chat.deleted`."""


class ConversationUpdateMessage(ServerMessageProperties):
    """The conversation has gone on."""

    type: Literal["conversation-update"] = constant("conversation-update")
    """Always `conversation-update`."""


class EndOfCallReportMessage(ServerMessageProperties):
    """A call has ended; the report on it.

    It is sent even where `hipaaEnabled` keeps everything else from being stored.
    """

    type: Literal["end-of-call-report"] = constant("end-of-call-report")
    """Always `end-of-call-report`."""
    analysis: dict[str, Any] | None = None
    """What the analysis of the call yielded; `analysisPlan` says what is analysed."""
    artifact: dict[str, Any] | None = None
    """Artifacts of the call; `artifactPlan` says which."""


class FunctionCallMessage(ServerMessageProperties):
    """The model calls a function."""

    type: Literal["function-call"] = constant("function-call")
    """Always `function-call`."""


class HandoffDestinationRequestMessage(ServerMessageProperties):
    """Vapi asks where to hand a call over to."""

    type: Literal["handoff-destination-request"] = constant("handoff-destination-request")
    """Always `handoff-destination-request`."""


class HangMessage(ServerMessageProperties):
    """The assistant hangs."""

    type: Literal["hang"] = constant("hang")
    """Always `hang`."""


class LanguageChangeDetectedMessage(ServerMessageProperties):
    """The user was found to speak another language."""

    type: Literal["language-change-detected"] = constant("language-change-detected")
    """Always `language-change-detected`."""


class LanguageChangedMessage(ServerMessageProperties):
    """The language of the conversation has changed."""

    type: Literal["language-changed"] = constant("language-changed")
    """Always `language-changed`."""


class ModelOutputMessage(ServerMessageProperties):
    """The model has written something."""

    type: Literal["model-output"] = constant("model-output")
    """Always `model-output`."""


class PhoneCallControlMessage(ServerMessageProperties):
    """The phone call is to be controlled."""

    type: Literal["phone-call-control"] = constant("phone-call-control")
    """Always `phone-call-control`."""


class SessionCreatedMessage(ServerMessageProperties):
    """A session was created."""

    type: Literal["session.created"] = constant("session.created")
    """Always `session.created`."""


class SessionDeletedMessage(ServerMessageProperties):
    """A session was deleted."""

    type: Literal["session.deleted"] = constant("session.deleted")
    """Always `session.deleted`."""


class SessionUpdatedMessage(ServerMessageProperties):
    """A session was updated."""

    type: Literal["session.updated"] = constant("session.updated")
    """Always `session.updated`."""


class SpeechUpdateMessage(ServerMessageProperties):
    """Somebody has started or stopped to speak."""

    type: Literal["speech-update"] = constant("speech-update")
    """Always `speech-update`."""


class StatusUpdateMessage(ServerMessageProperties):
    """The status of a call has changed."""

    type: Literal["status-update"] = constant("status-update")
    """Always `status-update`."""


class ToolCallsMessage(ServerMessageProperties):
    """The model calls tools."""

    type: Literal["tool-calls"] = constant("tool-calls")
    """Always `tool-calls`."""


class TranscriptMessage(ServerMessageProperties):
    """Speech was transcribed.

    In `serverMessages`, `transcript[transcriptType="final"]` asks for final transcripts only.
    """

    type: Literal["transcript"] = constant("transcript")
    """Always `transcript`."""
    transcript_type: Annotated[str | None, Field(alias="transcriptType")] = None
    """Whether the transcript is final (`final`)."""


class TransferDestinationRequestMessage(ServerMessageProperties):
    """Vapi asks where to transfer a call to."""

    type: Literal["transfer-destination-request"] = constant("transfer-destination-request")
    """Always `transfer-destination-request`."""


class TransferUpdateMessage(ServerMessageProperties):
    """A call is transferred."""

    type: Literal["transfer-update"] = constant("transfer-update")
    """Always `transfer-update`."""


class UserInterruptedMessage(ServerMessageProperties):
    """The user has interrupted the assistant."""

    type: Literal["user-interrupted"] = constant("user-interrupted")
    """Always `user-interrupted`."""


class VoiceInputMessage(ServerMessageProperties):
    """Input goes to the voice."""

    type: Literal["voice-input"] = constant("voice-input")
    """Always `voice-input`."""


ServerMessagePayload: TypeAlias = Annotated[
    AssistantSpeechStartedMessage
    | AssistantStartedMessage
    | CallArtifactUploadMessage
    | CallDeletedMessage
    | CallDeleteFailedMessage
    | ChatCreatedMessage
    | ChatDeletedMessage
    | ConversationUpdateMessage
    | EndOfCallReportMessage
    | FunctionCallMessage
    | HandoffDestinationRequestMessage
    | HangMessage
    | LanguageChangeDetectedMessage
    | LanguageChangedMessage
    | ModelOutputMessage
    | PhoneCallControlMessage
    | SessionCreatedMessage
    | SessionDeletedMessage
    | SessionUpdatedMessage
    | SpeechUpdateMessage
    | StatusUpdateMessage
    | ToolCallsMessage
    | TranscriptMessage
    | TransferDestinationRequestMessage
    | TransferUpdateMessage
    | UserInterruptedMessage
    | VoiceInputMessage
    | Unknown,
    Discriminated("type"),
]
"""What a server message tells; `type` says what."""


class ServerMessage(Model):
    """A message that Vapi sends to your server."""

    message: ServerMessagePayload
    """What the message tells."""
