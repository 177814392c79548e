"""Keywords of the methods of `assistants`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, TypedDict

from .. import models

_ClientMessageType: TypeAlias = Literal[
    "assistant.speechStarted",
    "assistant.started",
    "conversation-update",
    "function-call",
    "function-call-result",
    "hang",
    "language-changed",
    "metadata",
    "model-output",
    "speech-update",
    "status-update",
    "tool-calls",
    "tool-calls-result",
    "tool.completed",
    "transcript",
    "transfer-update",
    "user-interrupted",
    "voice-input",
    "workflow.node.started",
]
_FirstMessageMode: TypeAlias = Literal[
    "assistant-speaks-first", "assistant-speaks-first-with-model-generated-message", "assistant-waits-for-user"
]
_ServerMessageType: TypeAlias = Literal[
    "assistant.speechStarted",
    "assistant.started",
    "call.artifact.upload",
    "call.delete.failed",
    "call.deleted",
    "chat.created",
    "chat.deleted",
    "conversation-update",
    "end-of-call-report",
    "function-call",
    "handoff-destination-request",
    "hang",
    "language-change-detected",
    "language-changed",
    "model-output",
    "phone-call-control",
    "session.created",
    "session.deleted",
    "session.updated",
    "speech-update",
    "status-update",
    "tool-calls",
    "transcript",
    'transcript[transcriptType="final"]',
    "transfer-destination-request",
    "transfer-update",
    "user-interrupted",
    "voice-input",
]


class CreateAssistantFields(TypedDict, total=False):
    """Keywords of `assistants.create`."""

    transcriber: models.Transcriber | Mapping[str, Any]
    """Options of the assistant's transcriber."""
    model: models.LanguageModel | Mapping[str, Any]
    """Options of the assistant's language model (LLM)."""
    voice: models.Voice | Mapping[str, Any]
    """Options of the assistant's voice."""
    first_message: str
    """What the assistant says first."""
    first_message_mode: _FirstMessageMode
    """Who opens the conversation; the assistant, unless this says otherwise. One of "assistant-speaks-first",
    "assistant-speaks-first-with-model-generated-message", "assistant-waits-for-user"; default
    "assistant-speaks-first".
    """
    client_messages: Sequence[_ClientMessageType]
    """Messages that your client SDKs receive. Default ["conversation-update", "function-call", "hang", "model-output",
    "speech-update", "status-update", "transfer-update", "transcript", "tool-calls", "user-interrupted",
    "voice-input"].
    """
    server_messages: Sequence[_ServerMessageType]
    """Messages that your server URL receives. Default ["conversation-update", "end-of-call-report", "function-call",
    "hang", "speech-update", "status-update", "tool-calls", "transfer-destination-request", "user-interrupted"].
    """
    max_duration_seconds: float
    """Seconds that the call lasts at most; then it is ended. 10 to 43200; default 600."""
    background_sound: Literal["off", "office"] | str
    """Sound in the background of the call."""
    model_output_in_messages_enabled: bool
    """Whether the conversation history holds what the model wrote in place of the transcript of the assistant's
    speech. Default false.
    """
    transport_configurations: Sequence[models.TransportConfiguration | Mapping[str, Any]]
    """Settings for the transport providers of the assistant's calls, such as Twilio."""
    credentials: Sequence[models.Credential | Mapping[str, Any]]
    """Dynamic credentials for the assistant's calls."""
    name: str
    """Name of the assistant. At most 40 characters."""
    voicemail_detection: models.VoicemailDetection | Mapping[str, Any]
    """Settings of voicemail detection; `off` turns it off."""
    voicemail_message: str
    """What the assistant says when the call is forwarded to voicemail. At most 1000 characters."""
    end_call_message: str
    """What the assistant says when it ends the call. At most 1000 characters."""
    end_call_phrases: Sequence[str]
    """Phrases that end the call when the assistant speaks them, in upper or lower case."""
    metadata: Mapping[str, Any]
    """Data of your own to keep with the assistant."""
    artifact_plan: models.ArtifactPlan | Mapping[str, Any]
    """Which artifacts the assistant's calls leave."""
    start_speaking_plan: models.StartSpeakingPlan | Mapping[str, Any]
    """When the assistant starts to speak."""
    stop_speaking_plan: models.StopSpeakingPlan | Mapping[str, Any]
    """When the assistant stops speaking because the customer interrupts."""
    monitor_plan: models.MonitorPlan | Mapping[str, Any]
    """How the assistant's calls are monitored in real time."""
    credential_ids: Sequence[str]
    """Ids of stored credentials that the assistant's calls may use."""
    server: models.Server | Mapping[str, Any]
    """Where webhooks are sent."""
    first_message_interruptions_enabled: bool
    """Whether the user may interrupt the first message. Default false."""
    observability_plan: models.ObservabilityPlan | Mapping[str, Any]
    """Service that calls are traced with."""
    hooks: Sequence[models.AssistantHook | Mapping[str, Any]]
    """What is done when something happens during a call."""
    compliance_plan: models.CompliancePlan | Mapping[str, Any]
    """Which rules for health and card data calls follow."""
    background_speech_denoising_plan: models.BackgroundSpeechDenoisingPlan | Mapping[str, Any]
    """How noise and speech from the background are filtered."""
    keypad_input_plan: models.KeypadInputPlan | Mapping[str, Any]
    """How the caller's key presses are taken in."""
    analysis_plan: models.AnalysisPlan | Mapping[str, Any]
    """Deprecated. How the assistant's calls are analysed."""
    hipaa_enabled: bool
    """Deprecated. Keeps logs, recordings and transcriptions from being stored. Default false."""
    silence_timeout_seconds: float
    """Deprecated. Seconds of silence after which the call is ended. 10 to 3600; default 30."""
    background_denoising_enabled: bool
    """Deprecated. Filters noise and speech from the background while the user talks. Default false."""
    message_plan: models.MessagePlan | Mapping[str, Any]
    """Deprecated. Fixed messages that the assistant may speak during a call, such as `idleMessages`."""
    forwarding_phone_number: str | None
    """Deprecated. Phone number that calls are forwarded to."""
    forwarding_phone_numbers: Sequence[models.ForwardingDestination | Mapping[str, Any]]
    """Deprecated. Destinations that calls may be forwarded to."""
    recording_enabled: bool
    """Deprecated. Whether the assistant's calls are recorded. Default true."""
    end_call_function_enabled: bool
    """Deprecated. Whether the assistant may end the call."""
    dial_keypad_function_enabled: bool | None
    """Deprecated. Whether the assistant may press keys of the dial pad."""
    response_delay_seconds: float
    """Deprecated. Seconds that the assistant waits at least after the user's speech before it starts to speak. Default
    0.4.
    """
    llm_request_delay_seconds: float
    """Deprecated. Seconds to wait at least after a transcription with punctuation before the model is asked. Default
    0.1.
    """
    llm_request_non_punctuated_delay_seconds: float
    """Deprecated. Seconds to wait at least after a transcription without punctuation before the model is asked.
    Default 1.5.
    """
    num_words_to_interrupt_assistant: float
    """Deprecated. Number of words that the user must say to interrupt the assistant. Default 0."""
    backchanneling_enabled: bool
    """Deprecated. Whether the model says "mhmm", "ahem" and the like while the user speaks. Default false."""
    voicemail_detection_enabled: bool
    """Deprecated. Whether voicemail is detected."""
    server_url: str
    """Deprecated. URL that Vapi reaches your server at, by HTTP GET and POST requests: to get context, to call
    functions and to deliver end-of-call reports.
    """
    server_url_secret: str
    """Deprecated. Secret that Vapi sends to your server with every request, in the header `x-vapi-secret`."""


UpdateAssistantFields: TypeAlias = CreateAssistantFields
"""Keywords of `assistants.update`."""
