"""Voice assistants and their settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack, overload

from .. import models
from .._core import (
    AsyncPage,
    AsyncResource,
    BodyVariant,
    JSON,
    Operation,
    Page,
    Parameter,
    RequestOptions,
    Resource,
    Response,
    TimeWindow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import AsyncIterator, Iterator, Mapping

    from ..fields.assistants import CreateAssistantFields, UpdateAssistantFields


class Assistants(Resource):
    """Voice assistants and their settings."""

    @overload
    def create(
        self,
        body: models.CreateAssistant | Mapping[str, Any] | CreateAssistantFields,
        /,
        *,
        options: RequestOptions | None = None,
    ) -> models.Assistant: ...
    @overload
    def create(
        self, /, *, options: RequestOptions | None = None, **fields: Unpack[CreateAssistantFields]
    ) -> models.Assistant: ...
    def create(self, body: Any = None, /, *, options: RequestOptions | None = None, **fields: Any) -> models.Assistant:
        """Create an assistant.

        `POST /assistant`

        Creates an assistant and returns it as it is stored.

        Args:
            body: All fields at once, as a model or a mapping, instead of the keywords.
            transcriber: Options of the assistant's transcriber.
            model: Options of the assistant's language model (LLM).
            voice: Options of the assistant's voice.
            first_message: What the assistant says first.
            first_message_mode: Who opens the conversation; the assistant, unless this says otherwise. One of
                "assistant-speaks-first", "assistant-speaks-first-with-model-generated-message",
                "assistant-waits-for-user"; default "assistant-speaks-first".
            client_messages: Messages that your client SDKs receive. Default ["conversation-update",
                "function-call", "hang", "model-output", "speech-update", "status-update", "transfer-update",
                "transcript", "tool-calls", "user-interrupted", "voice-input"].
            server_messages: Messages that your server URL receives. Default ["conversation-update",
                "end-of-call-report", "function-call", "hang", "speech-update", "status-update", "tool-calls",
                "transfer-destination-request", "user-interrupted"].
            max_duration_seconds: Seconds that the call lasts at most; then it is ended. 10 to 43200; default 600.
            background_sound: Sound in the background of the call.
            model_output_in_messages_enabled: Whether the conversation history holds what the model wrote in place
                of the transcript of the assistant's speech. Default false.
            transport_configurations: Settings for the transport providers of the assistant's calls, such as Twilio.
            credentials: Dynamic credentials for the assistant's calls.
            name: Name of the assistant. At most 40 characters.
            voicemail_detection: Settings of voicemail detection; `off` turns it off.
            voicemail_message: What the assistant says when the call is forwarded to voicemail. At most 1000
                characters.
            end_call_message: What the assistant says when it ends the call. At most 1000 characters.
            end_call_phrases: Phrases that end the call when the assistant speaks them, in upper or lower case.
            metadata: Data of your own to keep with the assistant.
            artifact_plan: Which artifacts the assistant's calls leave.
            start_speaking_plan: When the assistant starts to speak.
            stop_speaking_plan: When the assistant stops speaking because the customer interrupts.
            monitor_plan: How the assistant's calls are monitored in real time.
            credential_ids: Ids of stored credentials that the assistant's calls may use.
            server: Where webhooks are sent.
            first_message_interruptions_enabled: Whether the user may interrupt the first message. Default false.
            observability_plan: Service that calls are traced with.
            hooks: What is done when something happens during a call.
            compliance_plan: Which rules for health and card data calls follow.
            background_speech_denoising_plan: How noise and speech from the background are filtered.
            keypad_input_plan: How the caller's key presses are taken in.
            analysis_plan: Deprecated. How the assistant's calls are analysed.
            hipaa_enabled: Deprecated. Keeps logs, recordings and transcriptions from being stored. Default false.
            silence_timeout_seconds: Deprecated. Seconds of silence after which the call is ended. 10 to 3600;
                default 30.
            background_denoising_enabled: Deprecated. Filters noise and speech from the background while the user
                talks. Default false.
            message_plan: Deprecated. Fixed messages that the assistant may speak during a call, such as
                `idleMessages`.
            forwarding_phone_number: Deprecated. Phone number that calls are forwarded to.
            forwarding_phone_numbers: Deprecated. Destinations that calls may be forwarded to.
            recording_enabled: Deprecated. Whether the assistant's calls are recorded. Default true.
            end_call_function_enabled: Deprecated. Whether the assistant may end the call.
            dial_keypad_function_enabled: Deprecated. Whether the assistant may press keys of the dial pad.
            response_delay_seconds: Deprecated. Seconds that the assistant waits at least after the user's speech
                before it starts to speak. Default 0.4.
            llm_request_delay_seconds: Deprecated. Seconds to wait at least after a transcription with punctuation
                before the model is asked. Default 0.1.
            llm_request_non_punctuated_delay_seconds: Deprecated. Seconds to wait at least after a transcription
                without punctuation before the model is asked. Default 1.5.
            num_words_to_interrupt_assistant: Deprecated. Number of words that the user must say to interrupt the
                assistant. Default 0.
            backchanneling_enabled: Deprecated. Whether the model says "mhmm", "ahem" and the like while the user
                speaks. Default false.
            voicemail_detection_enabled: Deprecated. Whether voicemail is detected.
            server_url: Deprecated. URL that Vapi reaches your server at, by HTTP GET and POST requests: to get
                context, to call functions and to deliver end-of-call reports.
            server_url_secret: Deprecated. Secret that Vapi sends to your server with every request, in the header
                `x-vapi-secret`.
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The assistant that was created.

        Raises:
            BadRequestError: A value of the request is missing, of the wrong type or out of bounds (400).
            AuthenticationError: The bearer token is missing or wrong (401).
            PermissionDeniedError: The token is right but does not allow this (403).
            ConflictError: The request contradicts the current state of the assistant; it may be pinned, for example
                (409).
            RateLimitError: There were too many requests in a short time (429).
            ServerError: Something failed on the side of the server (5XX).

        Example:
            >>> client.assistants.create(
            ...     name="Bakery front desk",
            ...     first_message="Good morning, this is Crumb and Crust. What may I bake for you?",
            ...     first_message_mode="assistant-speaks-first",
            ...     transcriber={
            ...         "provider": "deepgram",
            ...         "model": "nova-2",
            ...         "language": "en-GB",
            ...         "smartFormat": True,
            ...         "keywords": ["sourdough:2", "ciabatta"],
            ...     },
            ...     model={
            ...         "provider": "openai",
            ...         "model": "gpt-4o",
            ...         "temperature": 0.3,
            ...         "maxTokens": 250,
            ...         "messages": [
            ...             {
            ...                 "role": "system",
            ...                 "content": "You take orders for a bakery. Ask for the loaf, the number and the hour.",
            ...             },
            ...         ],
            ...         "tools": [{"type": "endCall"}],
            ...     },
            ...     voice={"provider": "azure", "voiceId": "emma", "speed": 1.1},
            ...     voicemail_detection={
            ...         "provider": "twilio",
            ...         "enabled": True,
            ...         "voicemailDetectionTypes": ["machine_end_beep", "machine_end_silence"],
            ...         "machineDetectionTimeout": 20,
            ...     },
            ...     voicemail_message="Please call us back between six and two.",
            ...     end_call_message="Thank you, and goodbye.",
            ...     end_call_phrases=["goodbye", "have a lovely day"],
            ...     max_duration_seconds=300,
            ...     background_sound="off",
            ...     server_messages=["end-of-call-report", "tool-calls"],
            ...     metadata={"branch": "Harbour Street"},
            ...     server={"url": "https://bakery.example/vapi", "timeoutSeconds": 10},
            ... )
        """
        return self._send(_CREATE, body=body, fields=fields, options=options)

    def list(
        self,
        *,
        limit: float | None = None,
        created_at_gt: dt.datetime | str | None = None,
        created_at_lt: dt.datetime | str | None = None,
        created_at_ge: dt.datetime | str | None = None,
        created_at_le: dt.datetime | str | None = None,
        updated_at_gt: dt.datetime | str | None = None,
        updated_at_lt: dt.datetime | str | None = None,
        updated_at_ge: dt.datetime | str | None = None,
        updated_at_le: dt.datetime | str | None = None,
        options: RequestOptions | None = None,
    ) -> Page[models.Assistant]:
        """List assistants.

        `GET /assistant`

        Returns the assistants of the organisation, filtered by when they were created and updated, and at most
        `limit` of them.

        Args:
            limit: Number of items to return at most. 0 to 1000; default 100.
            created_at_gt: Returns only items whose `createdAt` is later than this time. Default
                "1970-01-01T00:00:00.000Z".
            created_at_lt: Returns only items whose `createdAt` is earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            created_at_ge: Returns only items whose `createdAt` is at or later than this time. Default
                "1970-01-01T00:00:00.000Z".
            created_at_le: Returns only items whose `createdAt` is at or earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_gt: Returns only items whose `updatedAt` is later than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_lt: Returns only items whose `updatedAt` is earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_ge: Returns only items whose `updatedAt` is at or later than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_le: Returns only items whose `updatedAt` is at or earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The assistants that the filters let through.

        Raises:
            BadRequestError: A value of the request is missing, of the wrong type or out of bounds (400).
            AuthenticationError: The bearer token is missing or wrong (401).
            PermissionDeniedError: The token is right but does not allow this (403).
            RateLimitError: There were too many requests in a short time (429).
            ServerError: Something failed on the side of the server (5XX).
        """
        return self._page(
            _LIST,
            {
                "limit": limit,
                "createdAtGt": created_at_gt,
                "createdAtLt": created_at_lt,
                "createdAtGe": created_at_ge,
                "createdAtLe": created_at_le,
                "updatedAtGt": updated_at_gt,
                "updatedAtLt": updated_at_lt,
                "updatedAtGe": updated_at_ge,
                "updatedAtLe": updated_at_le,
            },
            options=options,
        )

    def list_all(
        self,
        *,
        limit: float | None = None,
        created_at_gt: dt.datetime | str | None = None,
        created_at_lt: dt.datetime | str | None = None,
        created_at_ge: dt.datetime | str | None = None,
        created_at_le: dt.datetime | str | None = None,
        updated_at_gt: dt.datetime | str | None = None,
        updated_at_lt: dt.datetime | str | None = None,
        updated_at_ge: dt.datetime | str | None = None,
        updated_at_le: dt.datetime | str | None = None,
        options: RequestOptions | None = None,
    ) -> Iterator[models.Assistant]:
        """List assistants: walk through all pages.

        `GET /assistant`

        Returns the assistants of the organisation, filtered by when they were created and updated, and at most
        `limit` of them.

        Args:
            limit: Number of items to return at most. 0 to 1000; default 100.
            created_at_gt: Returns only items whose `createdAt` is later than this time. Default
                "1970-01-01T00:00:00.000Z".
            created_at_lt: Returns only items whose `createdAt` is earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            created_at_ge: Returns only items whose `createdAt` is at or later than this time. Default
                "1970-01-01T00:00:00.000Z".
            created_at_le: Returns only items whose `createdAt` is at or earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_gt: Returns only items whose `updatedAt` is later than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_lt: Returns only items whose `updatedAt` is earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_ge: Returns only items whose `updatedAt` is at or later than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_le: Returns only items whose `updatedAt` is at or earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            An iterator over the items of all pages.

        Raises:
            BadRequestError: A value of the request is missing, of the wrong type or out of bounds (400).
            AuthenticationError: The bearer token is missing or wrong (401).
            PermissionDeniedError: The token is right but does not allow this (403).
            RateLimitError: There were too many requests in a short time (429).
            ServerError: Something failed on the side of the server (5XX).
        """
        return self._pages(
            _LIST,
            {
                "limit": limit,
                "createdAtGt": created_at_gt,
                "createdAtLt": created_at_lt,
                "createdAtGe": created_at_ge,
                "createdAtLe": created_at_le,
                "updatedAtGt": updated_at_gt,
                "updatedAtLt": updated_at_lt,
                "updatedAtGe": updated_at_ge,
                "updatedAtLe": updated_at_le,
            },
            options=options,
        )

    def get(self, id: str, /, *, options: RequestOptions | None = None) -> models.Assistant:
        """Get an assistant.

        `GET /assistant/{id}`

        Returns one assistant.

        Args:
            id: Unique identifier of the assistant.
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The assistant.

        Raises:
            BadRequestError: A value of the request is missing, of the wrong type or out of bounds (400).
            AuthenticationError: The bearer token is missing or wrong (401).
            PermissionDeniedError: The token is right but does not allow this (403).
            NotFoundError: There is no such assistant (404).
            RateLimitError: There were too many requests in a short time (429).
            ServerError: Something failed on the side of the server (5XX).
        """
        return self._send(_GET, {"id": id}, options=options)

    @overload
    def update(
        self,
        id: str,
        body: models.UpdateAssistant | Mapping[str, Any] | UpdateAssistantFields,
        /,
        *,
        options: RequestOptions | None = None,
    ) -> models.Assistant: ...
    @overload
    def update(
        self, id: str, /, *, options: RequestOptions | None = None, **fields: Unpack[UpdateAssistantFields]
    ) -> models.Assistant: ...
    def update(
        self, id: str, body: Any = None, /, *, options: RequestOptions | None = None, **fields: Any
    ) -> models.Assistant:
        """Update an assistant.

        `PATCH /assistant/{id}`

        Changes the properties that the body names and returns the assistant as it is then.

        Args:
            id: Unique identifier of the assistant.
            body: All fields at once, as a model or a mapping, instead of the keywords.
            transcriber: Options of the assistant's transcriber.
            model: Options of the assistant's language model (LLM).
            voice: Options of the assistant's voice.
            first_message: What the assistant says first.
            first_message_mode: Who opens the conversation; the assistant, unless this says otherwise. One of
                "assistant-speaks-first", "assistant-speaks-first-with-model-generated-message",
                "assistant-waits-for-user"; default "assistant-speaks-first".
            client_messages: Messages that your client SDKs receive. Default ["conversation-update",
                "function-call", "hang", "model-output", "speech-update", "status-update", "transfer-update",
                "transcript", "tool-calls", "user-interrupted", "voice-input"].
            server_messages: Messages that your server URL receives. Default ["conversation-update",
                "end-of-call-report", "function-call", "hang", "speech-update", "status-update", "tool-calls",
                "transfer-destination-request", "user-interrupted"].
            max_duration_seconds: Seconds that the call lasts at most; then it is ended. 10 to 43200; default 600.
            background_sound: Sound in the background of the call.
            model_output_in_messages_enabled: Whether the conversation history holds what the model wrote in place
                of the transcript of the assistant's speech. Default false.
            transport_configurations: Settings for the transport providers of the assistant's calls, such as Twilio.
            credentials: Dynamic credentials for the assistant's calls.
            name: Name of the assistant. At most 40 characters.
            voicemail_detection: Settings of voicemail detection; `off` turns it off.
            voicemail_message: What the assistant says when the call is forwarded to voicemail. At most 1000
                characters.
            end_call_message: What the assistant says when it ends the call. At most 1000 characters.
            end_call_phrases: Phrases that end the call when the assistant speaks them, in upper or lower case.
            metadata: Data of your own to keep with the assistant.
            artifact_plan: Which artifacts the assistant's calls leave.
            start_speaking_plan: When the assistant starts to speak.
            stop_speaking_plan: When the assistant stops speaking because the customer interrupts.
            monitor_plan: How the assistant's calls are monitored in real time.
            credential_ids: Ids of stored credentials that the assistant's calls may use.
            server: Where webhooks are sent.
            first_message_interruptions_enabled: Whether the user may interrupt the first message. Default false.
            observability_plan: Service that calls are traced with.
            hooks: What is done when something happens during a call.
            compliance_plan: Which rules for health and card data calls follow.
            background_speech_denoising_plan: How noise and speech from the background are filtered.
            keypad_input_plan: How the caller's key presses are taken in.
            analysis_plan: Deprecated. How the assistant's calls are analysed.
            hipaa_enabled: Deprecated. Keeps logs, recordings and transcriptions from being stored. Default false.
            silence_timeout_seconds: Deprecated. Seconds of silence after which the call is ended. 10 to 3600;
                default 30.
            background_denoising_enabled: Deprecated. Filters noise and speech from the background while the user
                talks. Default false.
            message_plan: Deprecated. Fixed messages that the assistant may speak during a call, such as
                `idleMessages`.
            forwarding_phone_number: Deprecated. Phone number that calls are forwarded to.
            forwarding_phone_numbers: Deprecated. Destinations that calls may be forwarded to.
            recording_enabled: Deprecated. Whether the assistant's calls are recorded. Default true.
            end_call_function_enabled: Deprecated. Whether the assistant may end the call.
            dial_keypad_function_enabled: Deprecated. Whether the assistant may press keys of the dial pad.
            response_delay_seconds: Deprecated. Seconds that the assistant waits at least after the user's speech
                before it starts to speak. Default 0.4.
            llm_request_delay_seconds: Deprecated. Seconds to wait at least after a transcription with punctuation
                before the model is asked. Default 0.1.
            llm_request_non_punctuated_delay_seconds: Deprecated. Seconds to wait at least after a transcription
                without punctuation before the model is asked. Default 1.5.
            num_words_to_interrupt_assistant: Deprecated. Number of words that the user must say to interrupt the
                assistant. Default 0.
            backchanneling_enabled: Deprecated. Whether the model says "mhmm", "ahem" and the like while the user
                speaks. Default false.
            voicemail_detection_enabled: Deprecated. Whether voicemail is detected.
            server_url: Deprecated. URL that Vapi reaches your server at, by HTTP GET and POST requests: to get
                context, to call functions and to deliver end-of-call reports.
            server_url_secret: Deprecated. Secret that Vapi sends to your server with every request, in the header
                `x-vapi-secret`.
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The assistant after the change.

        Raises:
            BadRequestError: A value of the request is missing, of the wrong type or out of bounds (400).
            AuthenticationError: The bearer token is missing or wrong (401).
            PermissionDeniedError: The token is right but does not allow this (403).
            NotFoundError: There is no such assistant (404).
            ConflictError: The request contradicts the current state of the assistant; it may be pinned, for example
                (409).
            RateLimitError: There were too many requests in a short time (429).
            ServerError: Something failed on the side of the server (5XX).

        Example:
            >>> client.assistants.update(
            ...     "0b8f8a52-5d1c-4f0e-9c56-6f3d2f4d9a11",
            ...     max_duration_seconds=900,
            ...     end_call_message="Your order is noted. Goodbye.",
            ...     voice={"provider": "openai", "voiceId": "alloy", "speed": 0.95},
            ... )
        """
        return self._send(_UPDATE, {"id": id}, body=body, fields=fields, options=options)

    def delete(self, id: str, /, *, options: RequestOptions | None = None) -> models.Assistant:
        """Delete an assistant.

        `DELETE /assistant/{id}`

        Deletes an assistant and returns it as it was.

        Args:
            id: Unique identifier of the assistant.
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The assistant that was deleted.

        Raises:
            BadRequestError: A value of the request is missing, of the wrong type or out of bounds (400).
            AuthenticationError: The bearer token is missing or wrong (401).
            PermissionDeniedError: The token is right but does not allow this (403).
            NotFoundError: There is no such assistant (404).
            ConflictError: The request contradicts the current state of the assistant; it may be pinned, for example
                (409).
            RateLimitError: There were too many requests in a short time (429).
            ServerError: Something failed on the side of the server (5XX).
        """
        return self._send(_DELETE, {"id": id}, options=options)


class AsyncAssistants(AsyncResource):
    """Voice assistants and their settings."""

    @overload
    async def create(
        self,
        body: models.CreateAssistant | Mapping[str, Any] | CreateAssistantFields,
        /,
        *,
        options: RequestOptions | None = None,
    ) -> models.Assistant: ...
    @overload
    async def create(
        self, /, *, options: RequestOptions | None = None, **fields: Unpack[CreateAssistantFields]
    ) -> models.Assistant: ...
    async def create(
        self, body: Any = None, /, *, options: RequestOptions | None = None, **fields: Any
    ) -> models.Assistant:
        """Create an assistant.

        `POST /assistant`

        Creates an assistant and returns it as it is stored.

        Args:
            body: All fields at once, as a model or a mapping, instead of the keywords.
            transcriber: Options of the assistant's transcriber.
            model: Options of the assistant's language model (LLM).
            voice: Options of the assistant's voice.
            first_message: What the assistant says first.
            first_message_mode: Who opens the conversation; the assistant, unless this says otherwise. One of
                "assistant-speaks-first", "assistant-speaks-first-with-model-generated-message",
                "assistant-waits-for-user"; default "assistant-speaks-first".
            client_messages: Messages that your client SDKs receive. Default ["conversation-update",
                "function-call", "hang", "model-output", "speech-update", "status-update", "transfer-update",
                "transcript", "tool-calls", "user-interrupted", "voice-input"].
            server_messages: Messages that your server URL receives. Default ["conversation-update",
                "end-of-call-report", "function-call", "hang", "speech-update", "status-update", "tool-calls",
                "transfer-destination-request", "user-interrupted"].
            max_duration_seconds: Seconds that the call lasts at most; then it is ended. 10 to 43200; default 600.
            background_sound: Sound in the background of the call.
            model_output_in_messages_enabled: Whether the conversation history holds what the model wrote in place
                of the transcript of the assistant's speech. Default false.
            transport_configurations: Settings for the transport providers of the assistant's calls, such as Twilio.
            credentials: Dynamic credentials for the assistant's calls.
            name: Name of the assistant. At most 40 characters.
            voicemail_detection: Settings of voicemail detection; `off` turns it off.
            voicemail_message: What the assistant says when the call is forwarded to voicemail. At most 1000
                characters.
            end_call_message: What the assistant says when it ends the call. At most 1000 characters.
            end_call_phrases: Phrases that end the call when the assistant speaks them, in upper or lower case.
            metadata: Data of your own to keep with the assistant.
            artifact_plan: Which artifacts the assistant's calls leave.
            start_speaking_plan: When the assistant starts to speak.
            stop_speaking_plan: When the assistant stops speaking because the customer interrupts.
            monitor_plan: How the assistant's calls are monitored in real time.
            credential_ids: Ids of stored credentials that the assistant's calls may use.
            server: Where webhooks are sent.
            first_message_interruptions_enabled: Whether the user may interrupt the first message. Default false.
            observability_plan: Service that calls are traced with.
            hooks: What is done when something happens during a call.
            compliance_plan: Which rules for health and card data calls follow.
            background_speech_denoising_plan: How noise and speech from the background are filtered.
            keypad_input_plan: How the caller's key presses are taken in.
            analysis_plan: Deprecated. How the assistant's calls are analysed.
            hipaa_enabled: Deprecated. Keeps logs, recordings and transcriptions from being stored. Default false.
            silence_timeout_seconds: Deprecated. Seconds of silence after which the call is ended. 10 to 3600;
                default 30.
            background_denoising_enabled: Deprecated. Filters noise and speech from the background while the user
                talks. Default false.
            message_plan: Deprecated. Fixed messages that the assistant may speak during a call, such as
                `idleMessages`.
            forwarding_phone_number: Deprecated. Phone number that calls are forwarded to.
            forwarding_phone_numbers: Deprecated. Destinations that calls may be forwarded to.
            recording_enabled: Deprecated. Whether the assistant's calls are recorded. Default true.
            end_call_function_enabled: Deprecated. Whether the assistant may end the call.
            dial_keypad_function_enabled: Deprecated. Whether the assistant may press keys of the dial pad.
            response_delay_seconds: Deprecated. Seconds that the assistant waits at least after the user's speech
                before it starts to speak. Default 0.4.
            llm_request_delay_seconds: Deprecated. Seconds to wait at least after a transcription with punctuation
                before the model is asked. Default 0.1.
            llm_request_non_punctuated_delay_seconds: Deprecated. Seconds to wait at least after a transcription
                without punctuation before the model is asked. Default 1.5.
            num_words_to_interrupt_assistant: Deprecated. Number of words that the user must say to interrupt the
                assistant. Default 0.
            backchanneling_enabled: Deprecated. Whether the model says "mhmm", "ahem" and the like while the user
                speaks. Default false.
            voicemail_detection_enabled: Deprecated. Whether voicemail is detected.
            server_url: Deprecated. URL that Vapi reaches your server at, by HTTP GET and POST requests: to get
                context, to call functions and to deliver end-of-call reports.
            server_url_secret: Deprecated. Secret that Vapi sends to your server with every request, in the header
                `x-vapi-secret`.
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The assistant that was created.

        Raises:
            BadRequestError: A value of the request is missing, of the wrong type or out of bounds (400).
            AuthenticationError: The bearer token is missing or wrong (401).
            PermissionDeniedError: The token is right but does not allow this (403).
            ConflictError: The request contradicts the current state of the assistant; it may be pinned, for example
                (409).
            RateLimitError: There were too many requests in a short time (429).
            ServerError: Something failed on the side of the server (5XX).

        Example:
            >>> await client.assistants.create(
            ...     name="Bakery front desk",
            ...     first_message="Good morning, this is Crumb and Crust. What may I bake for you?",
            ...     first_message_mode="assistant-speaks-first",
            ...     transcriber={
            ...         "provider": "deepgram",
            ...         "model": "nova-2",
            ...         "language": "en-GB",
            ...         "smartFormat": True,
            ...         "keywords": ["sourdough:2", "ciabatta"],
            ...     },
            ...     model={
            ...         "provider": "openai",
            ...         "model": "gpt-4o",
            ...         "temperature": 0.3,
            ...         "maxTokens": 250,
            ...         "messages": [
            ...             {
            ...                 "role": "system",
            ...                 "content": "You take orders for a bakery. Ask for the loaf, the number and the hour.",
            ...             },
            ...         ],
            ...         "tools": [{"type": "endCall"}],
            ...     },
            ...     voice={"provider": "azure", "voiceId": "emma", "speed": 1.1},
            ...     voicemail_detection={
            ...         "provider": "twilio",
            ...         "enabled": True,
            ...         "voicemailDetectionTypes": ["machine_end_beep", "machine_end_silence"],
            ...         "machineDetectionTimeout": 20,
            ...     },
            ...     voicemail_message="Please call us back between six and two.",
            ...     end_call_message="Thank you, and goodbye.",
            ...     end_call_phrases=["goodbye", "have a lovely day"],
            ...     max_duration_seconds=300,
            ...     background_sound="off",
            ...     server_messages=["end-of-call-report", "tool-calls"],
            ...     metadata={"branch": "Harbour Street"},
            ...     server={"url": "https://bakery.example/vapi", "timeoutSeconds": 10},
            ... )
        """
        return await self._send(_CREATE, body=body, fields=fields, options=options)

    async def list(
        self,
        *,
        limit: float | None = None,
        created_at_gt: dt.datetime | str | None = None,
        created_at_lt: dt.datetime | str | None = None,
        created_at_ge: dt.datetime | str | None = None,
        created_at_le: dt.datetime | str | None = None,
        updated_at_gt: dt.datetime | str | None = None,
        updated_at_lt: dt.datetime | str | None = None,
        updated_at_ge: dt.datetime | str | None = None,
        updated_at_le: dt.datetime | str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPage[models.Assistant]:
        """List assistants.

        `GET /assistant`

        Returns the assistants of the organisation, filtered by when they were created and updated, and at most
        `limit` of them.

        Args:
            limit: Number of items to return at most. 0 to 1000; default 100.
            created_at_gt: Returns only items whose `createdAt` is later than this time. Default
                "1970-01-01T00:00:00.000Z".
            created_at_lt: Returns only items whose `createdAt` is earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            created_at_ge: Returns only items whose `createdAt` is at or later than this time. Default
                "1970-01-01T00:00:00.000Z".
            created_at_le: Returns only items whose `createdAt` is at or earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_gt: Returns only items whose `updatedAt` is later than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_lt: Returns only items whose `updatedAt` is earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_ge: Returns only items whose `updatedAt` is at or later than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_le: Returns only items whose `updatedAt` is at or earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The assistants that the filters let through.

        Raises:
            BadRequestError: A value of the request is missing, of the wrong type or out of bounds (400).
            AuthenticationError: The bearer token is missing or wrong (401).
            PermissionDeniedError: The token is right but does not allow this (403).
            RateLimitError: There were too many requests in a short time (429).
            ServerError: Something failed on the side of the server (5XX).
        """
        return await self._page(
            _LIST,
            {
                "limit": limit,
                "createdAtGt": created_at_gt,
                "createdAtLt": created_at_lt,
                "createdAtGe": created_at_ge,
                "createdAtLe": created_at_le,
                "updatedAtGt": updated_at_gt,
                "updatedAtLt": updated_at_lt,
                "updatedAtGe": updated_at_ge,
                "updatedAtLe": updated_at_le,
            },
            options=options,
        )

    def list_all(
        self,
        *,
        limit: float | None = None,
        created_at_gt: dt.datetime | str | None = None,
        created_at_lt: dt.datetime | str | None = None,
        created_at_ge: dt.datetime | str | None = None,
        created_at_le: dt.datetime | str | None = None,
        updated_at_gt: dt.datetime | str | None = None,
        updated_at_lt: dt.datetime | str | None = None,
        updated_at_ge: dt.datetime | str | None = None,
        updated_at_le: dt.datetime | str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncIterator[models.Assistant]:
        """List assistants: walk through all pages.

        `GET /assistant`

        Returns the assistants of the organisation, filtered by when they were created and updated, and at most
        `limit` of them.

        Args:
            limit: Number of items to return at most. 0 to 1000; default 100.
            created_at_gt: Returns only items whose `createdAt` is later than this time. Default
                "1970-01-01T00:00:00.000Z".
            created_at_lt: Returns only items whose `createdAt` is earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            created_at_ge: Returns only items whose `createdAt` is at or later than this time. Default
                "1970-01-01T00:00:00.000Z".
            created_at_le: Returns only items whose `createdAt` is at or earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_gt: Returns only items whose `updatedAt` is later than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_lt: Returns only items whose `updatedAt` is earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_ge: Returns only items whose `updatedAt` is at or later than this time. Default
                "1970-01-01T00:00:00.000Z".
            updated_at_le: Returns only items whose `updatedAt` is at or earlier than this time. Default
                "1970-01-01T00:00:00.000Z".
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            An iterator over the items of all pages.

        Raises:
            BadRequestError: A value of the request is missing, of the wrong type or out of bounds (400).
            AuthenticationError: The bearer token is missing or wrong (401).
            PermissionDeniedError: The token is right but does not allow this (403).
            RateLimitError: There were too many requests in a short time (429).
            ServerError: Something failed on the side of the server (5XX).
        """
        return self._pages(
            _LIST,
            {
                "limit": limit,
                "createdAtGt": created_at_gt,
                "createdAtLt": created_at_lt,
                "createdAtGe": created_at_ge,
                "createdAtLe": created_at_le,
                "updatedAtGt": updated_at_gt,
                "updatedAtLt": updated_at_lt,
                "updatedAtGe": updated_at_ge,
                "updatedAtLe": updated_at_le,
            },
            options=options,
        )

    async def get(self, id: str, /, *, options: RequestOptions | None = None) -> models.Assistant:
        """Get an assistant.

        `GET /assistant/{id}`

        Returns one assistant.

        Args:
            id: Unique identifier of the assistant.
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The assistant.

        Raises:
            BadRequestError: A value of the request is missing, of the wrong type or out of bounds (400).
            AuthenticationError: The bearer token is missing or wrong (401).
            PermissionDeniedError: The token is right but does not allow this (403).
            NotFoundError: There is no such assistant (404).
            RateLimitError: There were too many requests in a short time (429).
            ServerError: Something failed on the side of the server (5XX).
        """
        return await self._send(_GET, {"id": id}, options=options)

    @overload
    async def update(
        self,
        id: str,
        body: models.UpdateAssistant | Mapping[str, Any] | UpdateAssistantFields,
        /,
        *,
        options: RequestOptions | None = None,
    ) -> models.Assistant: ...
    @overload
    async def update(
        self, id: str, /, *, options: RequestOptions | None = None, **fields: Unpack[UpdateAssistantFields]
    ) -> models.Assistant: ...
    async def update(
        self, id: str, body: Any = None, /, *, options: RequestOptions | None = None, **fields: Any
    ) -> models.Assistant:
        """Update an assistant.

        `PATCH /assistant/{id}`

        Changes the properties that the body names and returns the assistant as it is then.

        Args:
            id: Unique identifier of the assistant.
            body: All fields at once, as a model or a mapping, instead of the keywords.
            transcriber: Options of the assistant's transcriber.
            model: Options of the assistant's language model (LLM).
            voice: Options of the assistant's voice.
            first_message: What the assistant says first.
            first_message_mode: Who opens the conversation; the assistant, unless this says otherwise. One of
                "assistant-speaks-first", "assistant-speaks-first-with-model-generated-message",
                "assistant-waits-for-user"; default "assistant-speaks-first".
            client_messages: Messages that your client SDKs receive. Default ["conversation-update",
                "function-call", "hang", "model-output", "speech-update", "status-update", "transfer-update",
                "transcript", "tool-calls", "user-interrupted", "voice-input"].
            server_messages: Messages that your server URL receives. Default ["conversation-update",
                "end-of-call-report", "function-call", "hang", "speech-update", "status-update", "tool-calls",
                "transfer-destination-request", "user-interrupted"].
            max_duration_seconds: Seconds that the call lasts at most; then it is ended. 10 to 43200; default 600.
            background_sound: Sound in the background of the call.
            model_output_in_messages_enabled: Whether the conversation history holds what the model wrote in place
                of the transcript of the assistant's speech. Default false.
            transport_configurations: Settings for the transport providers of the assistant's calls, such as Twilio.
            credentials: Dynamic credentials for the assistant's calls.
            name: Name of the assistant. At most 40 characters.
            voicemail_detection: Settings of voicemail detection; `off` turns it off.
            voicemail_message: What the assistant says when the call is forwarded to voicemail. At most 1000
                characters.
            end_call_message: What the assistant says when it ends the call. At most 1000 characters.
            end_call_phrases: Phrases that end the call when the assistant speaks them, in upper or lower case.
            metadata: Data of your own to keep with the assistant.
            artifact_plan: Which artifacts the assistant's calls leave.
            start_speaking_plan: When the assistant starts to speak.
            stop_speaking_plan: When the assistant stops speaking because the customer interrupts.
            monitor_plan: How the assistant's calls are monitored in real time.
            credential_ids: Ids of stored credentials that the assistant's calls may use.
            server: Where webhooks are sent.
            first_message_interruptions_enabled: Whether the user may interrupt the first message. Default false.
            observability_plan: Service that calls are traced with.
            hooks: What is done when something happens during a call.
            compliance_plan: Which rules for health and card data calls follow.
            background_speech_denoising_plan: How noise and speech from the background are filtered.
            keypad_input_plan: How the caller's key presses are taken in.
            analysis_plan: Deprecated. How the assistant's calls are analysed.
            hipaa_enabled: Deprecated. Keeps logs, recordings and transcriptions from being stored. Default false.
            silence_timeout_seconds: Deprecated. Seconds of silence after which the call is ended. 10 to 3600;
                default 30.
            background_denoising_enabled: Deprecated. Filters noise and speech from the background while the user
                talks. Default false.
            message_plan: Deprecated. Fixed messages that the assistant may speak during a call, such as
                `idleMessages`.
            forwarding_phone_number: Deprecated. Phone number that calls are forwarded to.
            forwarding_phone_numbers: Deprecated. Destinations that calls may be forwarded to.
            recording_enabled: Deprecated. Whether the assistant's calls are recorded. Default true.
            end_call_function_enabled: Deprecated. Whether the assistant may end the call.
            dial_keypad_function_enabled: Deprecated. Whether the assistant may press keys of the dial pad.
            response_delay_seconds: Deprecated. Seconds that the assistant waits at least after the user's speech
                before it starts to speak. Default 0.4.
            llm_request_delay_seconds: Deprecated. Seconds to wait at least after a transcription with punctuation
                before the model is asked. Default 0.1.
            llm_request_non_punctuated_delay_seconds: Deprecated. Seconds to wait at least after a transcription
                without punctuation before the model is asked. Default 1.5.
            num_words_to_interrupt_assistant: Deprecated. Number of words that the user must say to interrupt the
                assistant. Default 0.
            backchanneling_enabled: Deprecated. Whether the model says "mhmm", "ahem" and the like while the user
                speaks. Default false.
            voicemail_detection_enabled: Deprecated. Whether voicemail is detected.
            server_url: Deprecated. URL that Vapi reaches your server at, by HTTP GET and POST requests: to get
                context, to call functions and to deliver end-of-call reports.
            server_url_secret: Deprecated. Secret that Vapi sends to your server with every request, in the header
                `x-vapi-secret`.
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The assistant after the change.

        Raises:
            BadRequestError: A value of the request is missing, of the wrong type or out of bounds (400).
            AuthenticationError: The bearer token is missing or wrong (401).
            PermissionDeniedError: The token is right but does not allow this (403).
            NotFoundError: There is no such assistant (404).
            ConflictError: The request contradicts the current state of the assistant; it may be pinned, for example
                (409).
            RateLimitError: There were too many requests in a short time (429).
            ServerError: Something failed on the side of the server (5XX).

        Example:
            >>> await client.assistants.update(
            ...     "0b8f8a52-5d1c-4f0e-9c56-6f3d2f4d9a11",
            ...     max_duration_seconds=900,
            ...     end_call_message="Your order is noted. Goodbye.",
            ...     voice={"provider": "openai", "voiceId": "alloy", "speed": 0.95},
            ... )
        """
        return await self._send(_UPDATE, {"id": id}, body=body, fields=fields, options=options)

    async def delete(self, id: str, /, *, options: RequestOptions | None = None) -> models.Assistant:
        """Delete an assistant.

        `DELETE /assistant/{id}`

        Deletes an assistant and returns it as it was.

        Args:
            id: Unique identifier of the assistant.
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The assistant that was deleted.

        Raises:
            BadRequestError: A value of the request is missing, of the wrong type or out of bounds (400).
            AuthenticationError: The bearer token is missing or wrong (401).
            PermissionDeniedError: The token is right but does not allow this (403).
            NotFoundError: There is no such assistant (404).
            ConflictError: The request contradicts the current state of the assistant; it may be pinned, for example
                (409).
            RateLimitError: There were too many requests in a short time (429).
            ServerError: Something failed on the side of the server (5XX).
        """
        return await self._send(_DELETE, {"id": id}, options=options)


_CREATE: Operation[models.Assistant] = Operation(
    id="createAssistant",
    method="POST",
    path="/assistant",
    body=(BodyVariant("application/json", lambda: models.CreateAssistant),),
    body_required=True,
    responses=(Response("201", "application/json", JSON, lambda: models.Assistant),),
    failures=(
        Response("400 401 403 429 5XX", "application/json", JSON, lambda: models.Error),
        Response("409", "application/json", JSON, lambda: models.ConflictError),
    ),
    security=(("bearerAuth",),),
)
_LIST: Operation[list[models.Assistant]] = Operation(
    id="listAssistants",
    method="GET",
    path="/assistant",
    parameters=(
        Parameter("limit", "query"),
        Parameter("createdAtGt", "query"),
        Parameter("createdAtLt", "query"),
        Parameter("createdAtGe", "query"),
        Parameter("createdAtLe", "query"),
        Parameter("updatedAtGt", "query"),
        Parameter("updatedAtLt", "query"),
        Parameter("updatedAtGe", "query"),
        Parameter("updatedAtLe", "query"),
    ),
    responses=(Response("200", "application/json", JSON, lambda: list[models.Assistant]),),
    failures=(Response("400 401 403 429 5XX", "application/json", JSON, lambda: models.Error),),
    security=(("bearerAuth",),),
    pagination=TimeWindow(field="createdAt", before="createdAtLe", limit="limit", key="id", size=100, maximum=1000),
)
_GET: Operation[models.Assistant] = Operation(
    id="getAssistant",
    method="GET",
    path="/assistant/{id}",
    parameters=(Parameter("id", "path"),),
    responses=(Response("200", "application/json", JSON, lambda: models.Assistant),),
    failures=(Response("400 401 403 404 429 5XX", "application/json", JSON, lambda: models.Error),),
    security=(("bearerAuth",),),
)
_UPDATE: Operation[models.Assistant] = Operation(
    id="updateAssistant",
    method="PATCH",
    path="/assistant/{id}",
    parameters=(Parameter("id", "path"),),
    body=(BodyVariant("application/json", lambda: models.UpdateAssistant),),
    body_required=True,
    responses=(Response("200", "application/json", JSON, lambda: models.Assistant),),
    failures=(
        Response("400 401 403 404 429 5XX", "application/json", JSON, lambda: models.Error),
        Response("409", "application/json", JSON, lambda: models.ConflictError),
    ),
    security=(("bearerAuth",),),
)
_DELETE: Operation[models.Assistant] = Operation(
    id="deleteAssistant",
    method="DELETE",
    path="/assistant/{id}",
    parameters=(Parameter("id", "path"),),
    responses=(Response("200", "application/json", JSON, lambda: models.Assistant),),
    failures=(
        Response("400 401 403 404 429 5XX", "application/json", JSON, lambda: models.Error),
        Response("409", "application/json", JSON, lambda: models.ConflictError),
    ),
    security=(("bearerAuth",),),
)
