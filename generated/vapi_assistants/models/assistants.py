"""Models of `assistants`."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from .._core import DateTime, Discriminated, Model, Open, Unknown, constant


class AssemblyAITranscriber(Model):
    """Transcription by AssemblyAI."""

    provider: Literal["assembly-ai"] = constant("assembly-ai")
    """Always `assembly-ai`."""
    language: Open[Literal["en"], str] | None = None
    """Language that is spoken."""
    realtime_url: Annotated[str | None, Field(alias="realtimeUrl")] = None
    """WebSocket URL of the real-time service, in place of the usual one."""
    word_boost: Annotated[list[Annotated[str, Field(max_length=2500)]] | None, Field(alias="wordBoost")] = None
    """Words and phrases that the transcriber should expect."""
    end_utterance_silence_threshold: Annotated[float | None, Field(alias="endUtteranceSilenceThreshold")] = None
    """Length of silence after which an utterance counts as ended."""
    disable_partial_transcripts: Annotated[bool | None, Field(alias="disablePartialTranscripts")] = None
    """Whether transcripts of unfinished utterances are left out."""


AzureSpeechLanguage: TypeAlias = Open[
    Literal[
        "af-ZA",
        "am-ET",
        "ar-AE",
        "ar-BH",
        "ar-DZ",
        "ar-EG",
        "ar-IL",
        "ar-IQ",
        "ar-JO",
        "ar-KW",
        "ar-LB",
        "ar-LY",
        "ar-MA",
        "ar-OM",
        "ar-PS",
        "ar-QA",
        "ar-SA",
        "ar-SY",
        "ar-TN",
        "ar-YE",
        "az-AZ",
        "bg-BG",
        "bn-IN",
        "bs-BA",
        "ca-ES",
        "cs-CZ",
        "cy-GB",
        "da-DK",
        "de-AT",
        "de-CH",
        "de-DE",
        "el-GR",
        "en-AU",
        "en-CA",
        "en-GB",
        "en-GH",
        "en-HK",
        "en-IE",
        "en-IN",
        "en-KE",
        "en-NG",
        "en-NZ",
        "en-PH",
        "en-SG",
        "en-TZ",
        "en-US",
        "en-ZA",
        "es-AR",
        "es-BO",
        "es-CL",
        "es-CO",
        "es-CR",
        "es-CU",
        "es-DO",
        "es-EC",
        "es-ES",
        "es-GQ",
        "es-GT",
        "es-HN",
        "es-MX",
        "es-NI",
        "es-PA",
        "es-PE",
        "es-PR",
        "es-PY",
        "es-SV",
        "es-US",
        "es-UY",
        "es-VE",
        "et-EE",
        "eu-ES",
        "fa-IR",
        "fi-FI",
        "fil-PH",
        "fr-BE",
        "fr-CA",
        "fr-CH",
        "fr-FR",
        "ga-IE",
        "gl-ES",
        "gu-IN",
        "he-IL",
        "hi-IN",
        "hr-HR",
        "hu-HU",
        "hy-AM",
        "id-ID",
        "is-IS",
        "it-CH",
        "it-IT",
        "ja-JP",
        "jv-ID",
        "ka-GE",
        "kk-KZ",
        "km-KH",
        "kn-IN",
        "ko-KR",
        "lo-LA",
        "lt-LT",
        "lv-LV",
        "mk-MK",
        "ml-IN",
        "mn-MN",
        "mr-IN",
        "ms-MY",
        "mt-MT",
        "my-MM",
        "nb-NO",
        "ne-NP",
        "nl-BE",
        "nl-NL",
        "pa-IN",
        "pl-PL",
        "ps-AF",
        "pt-BR",
        "pt-PT",
        "ro-RO",
        "ru-RU",
        "si-LK",
        "sk-SK",
        "sl-SI",
        "so-SO",
        "sq-AL",
        "sr-RS",
        "sv-SE",
        "sw-KE",
        "sw-TZ",
        "ta-IN",
        "te-IN",
        "th-TH",
        "tr-TR",
        "uk-UA",
        "ur-IN",
        "uz-UZ",
        "vi-VN",
        "wuu-CN",
        "yue-CN",
        "zh-CN",
        "zh-CN-shandong",
        "zh-CN-sichuan",
        "zh-HK",
        "zh-TW",
        "zu-ZA",
    ],
    str,
]
"""Language and region that Azure Speech transcribes."""


class AzureSpeechTranscriber(Model):
    """Transcription by Azure Speech."""

    provider: Literal["azure"] = constant("azure")
    """Always `azure`."""
    language: AzureSpeechLanguage | None = None
    """Language and region that are spoken."""


class BackoffPlan(Model):
    """How requests that failed are sent again."""

    type: Open[Literal["fixed", "exponential"], str]
    """Whether the delay stays the same or grows exponentially."""
    max_retries: Annotated[float, Field(alias="maxRetries", ge=0, le=10)]
    """How often a request is sent again at most."""
    base_delay_seconds: Annotated[float, Field(alias="baseDelaySeconds", ge=0, le=10)]
    """Seconds before the first retry."""


class Server(Model):
    """A server of yours that webhooks are sent to."""

    timeout_seconds: Annotated[float | None, Field(alias="timeoutSeconds", ge=1, le=120)] = None
    """Seconds that the server may take to answer."""
    url: str
    """URL that webhooks are sent to."""
    secret: str | None = None
    """Secret that is sent along with every request, in the header `x-vapi-secret`."""
    headers: dict[str, Any] | None = None
    """Headers that are sent along with every request."""
    backoff_plan: Annotated[BackoffPlan | None, Field(alias="backoffPlan")] = None
    """How requests that failed are sent again."""


class CustomTranscriber(Model):
    """Transcription by a server of your own."""

    provider: Literal["custom-transcriber"] = constant("custom-transcriber")
    """Always `custom-transcriber`."""
    server: Server
    """Server that transcribes."""


DeepgramTranscriberModelString: TypeAlias = Open[
    Literal[
        "nova-2",
        "nova-2-general",
        "nova-2-meeting",
        "nova-2-phonecall",
        "nova-2-finance",
        "nova-2-conversationalai",
        "nova-2-voicemail",
        "nova-2-video",
        "nova-2-medical",
        "nova-2-drivethru",
        "nova-2-automotive",
        "nova",
        "nova-general",
        "nova-phonecall",
        "nova-medical",
        "enhanced",
        "enhanced-general",
        "enhanced-meeting",
        "enhanced-phonecall",
        "enhanced-finance",
        "base",
        "base-general",
        "base-meeting",
        "base-phonecall",
        "base-finance",
        "base-conversationalai",
        "base-voicemail",
        "base-video",
    ],
    str,
]


DeepgramLanguage: TypeAlias = Open[
    Literal[
        "bg",
        "ca",
        "cs",
        "da",
        "da-DK",
        "de",
        "de-CH",
        "el",
        "en",
        "en-AU",
        "en-GB",
        "en-IN",
        "en-NZ",
        "en-US",
        "es",
        "es-419",
        "es-LATAM",
        "et",
        "fi",
        "fr",
        "fr-CA",
        "hi",
        "hi-Latn",
        "hu",
        "id",
        "it",
        "ja",
        "ko",
        "ko-KR",
        "lt",
        "lv",
        "ms",
        "multi",
        "nl",
        "nl-BE",
        "no",
        "pl",
        "pt",
        "pt-BR",
        "ro",
        "ru",
        "sk",
        "sv",
        "sv-SE",
        "ta",
        "taq",
        "th",
        "th-TH",
        "tr",
        "uk",
        "vi",
        "zh",
        "zh-CN",
        "zh-HK",
        "zh-Hans",
        "zh-Hant",
        "zh-TW",
    ],
    str,
]
"""Language that Deepgram transcribes."""


class DeepgramTranscriber(Model):
    """Transcription by Deepgram."""

    provider: Literal["deepgram"] = constant("deepgram")
    """Always `deepgram`."""
    model: DeepgramTranscriberModelString | str | None = None
    """Deepgram model; one of those listed or any other that Deepgram knows."""
    language: DeepgramLanguage | None = None
    """Language that is spoken."""
    smart_format: Annotated[bool | None, Field(alias="smartFormat")] = None
    """Whether Deepgram formats numbers, dates and the like for reading."""
    code_switching_enabled: Annotated[bool | None, Field(alias="codeSwitchingEnabled")] = None
    """Whether the speaker may change languages on the way."""
    mip_opt_out: Annotated[bool | None, Field(alias="mipOptOut")] = None
    """Whether to opt out of Deepgram's Model Improvement Program.

    Default: `false`
    """
    keywords: (
        list[
            Annotated[
                str,
                Field(pattern="^(?:[^\\x00-@\\[-`{-\\u00A9][^\\x00-/:-@\\[-`{-\\u00A9]*(?::[+-]?[0-9]+)?|<string>)$"),
            ]
        ]
        | None
    ) = None
    """Words that the transcriber should expect, each optionally with an intensifier, as in `vapi:3`."""
    endpointing: Annotated[float | None, Field(ge=10, le=500)] = None
    """Length of silence after which Deepgram takes an utterance as ended."""


GladiaTranscriberLanguageBehaviour: TypeAlias = Open[
    Literal["manual", "automatic single language", "automatic multiple languages"], str
]
"""Whether the language is given, found once, or found over and over."""


GladiaLanguage: TypeAlias = Open[
    Literal[
        "af",
        "sq",
        "am",
        "ar",
        "hy",
        "as",
        "az",
        "ba",
        "eu",
        "be",
        "bn",
        "bs",
        "br",
        "bg",
        "ca",
        "zh",
        "hr",
        "cs",
        "da",
        "nl",
        "en",
        "et",
        "fo",
        "fi",
        "fr",
        "gl",
        "ka",
        "de",
        "el",
        "gu",
        "ht",
        "ha",
        "haw",
        "he",
        "hi",
        "hu",
        "is",
        "id",
        "it",
        "ja",
        "jp",
        "jv",
        "kn",
        "kk",
        "km",
        "ko",
        "lo",
        "la",
        "lv",
        "ln",
        "lt",
        "lb",
        "mk",
        "mg",
        "ms",
        "ml",
        "mt",
        "mi",
        "mr",
        "mn",
        "mymr",
        "ne",
        "no",
        "nn",
        "oc",
        "ps",
        "fa",
        "pl",
        "pt",
        "pa",
        "ro",
        "ru",
        "sa",
        "sr",
        "sn",
        "sd",
        "si",
        "sk",
        "sl",
        "so",
        "es",
        "su",
        "sw",
        "sv",
        "tl",
        "tg",
        "ta",
        "tt",
        "te",
        "th",
        "bo",
        "tr",
        "tk",
        "uk",
        "ur",
        "uz",
        "vi",
        "cy",
        "yi",
        "yo",
    ],
    str,
]
"""Language that Gladia transcribes."""


class GladiaTranscriber(Model):
    """Transcription by Gladia."""

    provider: Literal["gladia"] = constant("gladia")
    """Always `gladia`."""
    model: Open[Literal["fast", "accurate"], str] | None = None
    """Gladia model."""
    language_behaviour: Annotated[GladiaTranscriberLanguageBehaviour | None, Field(alias="languageBehaviour")] = None
    language: GladiaLanguage | None = None
    """Language that is spoken."""
    transcription_hint: Annotated[str | None, Field(alias="transcriptionHint", max_length=600)] = None
    """Text that tells the transcriber what to expect."""
    prosody: bool | None = None
    """Whether the transcript notes the prosody, such as laughter."""
    audio_enhancer: Annotated[bool | None, Field(alias="audioEnhancer")] = None
    """Whether the audio is enhanced before it is transcribed."""


TalkscriberLanguage: TypeAlias = Open[
    Literal[
        "en",
        "zh",
        "de",
        "es",
        "ru",
        "ko",
        "fr",
        "ja",
        "pt",
        "tr",
        "pl",
        "ca",
        "nl",
        "ar",
        "sv",
        "it",
        "id",
        "hi",
        "fi",
        "vi",
        "he",
        "uk",
        "el",
        "ms",
        "cs",
        "ro",
        "da",
        "hu",
        "ta",
        "no",
        "th",
        "ur",
        "hr",
        "bg",
        "lt",
        "la",
        "mi",
        "ml",
        "cy",
        "sk",
        "te",
        "fa",
        "lv",
        "bn",
        "sr",
        "az",
        "sl",
        "kn",
        "et",
        "mk",
        "br",
        "eu",
        "is",
        "hy",
        "ne",
        "mn",
        "bs",
        "kk",
        "sq",
        "sw",
        "gl",
        "mr",
        "pa",
        "si",
        "km",
        "sn",
        "yo",
        "so",
        "af",
        "oc",
        "ka",
        "be",
        "tg",
        "sd",
        "gu",
        "am",
        "yi",
        "lo",
        "uz",
        "fo",
        "ht",
        "ps",
        "tk",
        "nn",
        "mt",
        "sa",
        "lb",
        "my",
        "bo",
        "tl",
        "mg",
        "as",
        "tt",
        "haw",
        "ln",
        "ha",
        "ba",
        "jw",
        "su",
        "yue",
    ],
    str,
]
"""Language that Talkscriber transcribes."""


class TalkscriberTranscriber(Model):
    """Transcription by Talkscriber."""

    provider: Literal["talkscriber"] = constant("talkscriber")
    """Always `talkscriber`."""
    model: Open[Literal["whisper"], str] | None = None
    """Talkscriber model."""
    language: TalkscriberLanguage | None = None
    """Language that is spoken."""


Transcriber: TypeAlias = Annotated[
    AssemblyAITranscriber
    | AzureSpeechTranscriber
    | CustomTranscriber
    | DeepgramTranscriber
    | GladiaTranscriber
    | TalkscriberTranscriber
    | Unknown,
    Discriminated("provider"),
]
"""The transcriber that turns the caller's speech into text; `provider` says which."""


class OpenAIMessage(Model):
    """A message of the conversation with the model."""

    content: Annotated[str | None, Field(max_length=100000000)]
    """Text of the message, or null."""
    role: Open[Literal["assistant", "function", "user", "system", "tool"], str]
    """Who the message is from."""
    function_call: dict[str, Any] | None = None
    """Deprecated. Function that the assistant called."""
    tool_calls: list[dict[str, Any]] | None = None
    """Deprecated. Tools that the assistant called."""


ISOLanguage: TypeAlias = Open[
    Literal[
        "aa",
        "ab",
        "ae",
        "af",
        "ak",
        "am",
        "an",
        "ar",
        "as",
        "av",
        "ay",
        "az",
        "ba",
        "be",
        "bg",
        "bh",
        "bi",
        "bm",
        "bn",
        "bo",
        "br",
        "bs",
        "ca",
        "ce",
        "ch",
        "co",
        "cr",
        "cs",
        "cu",
        "cv",
        "cy",
        "da",
        "de",
        "dv",
        "dz",
        "ee",
        "el",
        "en",
        "eo",
        "es",
        "et",
        "eu",
        "fa",
        "ff",
        "fi",
        "fj",
        "fo",
        "fr",
        "fy",
        "ga",
        "gd",
        "gl",
        "gn",
        "gu",
        "gv",
        "ha",
        "he",
        "hi",
        "ho",
        "hr",
        "ht",
        "hu",
        "hy",
        "hz",
        "ia",
        "id",
        "ie",
        "ig",
        "ii",
        "ik",
        "io",
        "is",
        "it",
        "iu",
        "ja",
        "jv",
        "ka",
        "kg",
        "ki",
        "kj",
        "kk",
        "kl",
        "km",
        "kn",
        "ko",
        "kr",
        "ks",
        "ku",
        "kv",
        "kw",
        "ky",
        "la",
        "lb",
        "lg",
        "li",
        "ln",
        "lo",
        "lt",
        "lu",
        "lv",
        "mg",
        "mh",
        "mi",
        "mk",
        "ml",
        "mn",
        "mr",
        "ms",
        "mt",
        "my",
        "na",
        "nb",
        "nd",
        "ne",
        "ng",
        "nl",
        "nn",
        "no",
        "nr",
        "nv",
        "ny",
        "oc",
        "oj",
        "om",
        "or",
        "os",
        "pa",
        "pi",
        "pl",
        "ps",
        "pt",
        "qu",
        "rm",
        "rn",
        "ro",
        "ru",
        "rw",
        "sa",
        "sc",
        "sd",
        "se",
        "sg",
        "si",
        "sk",
        "sl",
        "sm",
        "sn",
        "so",
        "sq",
        "sr",
        "ss",
        "st",
        "su",
        "sv",
        "sw",
        "ta",
        "te",
        "tg",
        "th",
        "ti",
        "tk",
        "tl",
        "tn",
        "to",
        "tr",
        "ts",
        "tt",
        "tw",
        "ty",
        "ug",
        "uk",
        "ur",
        "uz",
        "ve",
        "vi",
        "vo",
        "wa",
        "wo",
        "xh",
        "yi",
        "yue",
        "yo",
        "za",
        "zh",
        "zu",
    ],
    str,
]
"""Language, by its two-letter code of ISO 639-1."""


class TextContent(Model):
    """A text in one language."""

    type: Literal["text"] = constant("text")
    """Always `text`."""
    text: str
    """The text."""
    language: ISOLanguage
    """Language of the text."""


MessageContent: TypeAlias = Annotated[TextContent | Unknown, Discriminated("type")]
"""Content of a message in one language; `type` says which kind."""


ComparisonOperator: TypeAlias = Open[Literal["eq", "neq", "gt", "gte", "lt", "lte"], str]
"""How two values are compared: equal, not equal, greater, greater or equal, less, less or equal."""


class ToolMessageCondition(Model):
    """A condition on one argument of the tool call."""

    operator: ComparisonOperator
    """How the argument is compared."""
    param: Annotated[str, Field(max_length=1000)]
    """Name of the argument."""
    value: Annotated[str, Field(max_length=1000)] | float | bool | dict[str, Any]
    """Value that the argument is compared to."""


class ToolMessageComplete(Model):
    """Said when the tool has answered."""

    type: Literal["request-complete"] = constant("request-complete")
    """Always `request-complete`."""
    contents: list[MessageContent] | None = None
    """The message in several languages, in place of `content`."""
    role: Open[Literal["assistant", "system"], str] | None = None
    """Whether the assistant says the message (`assistant`) or the model reads it (`system`)."""
    end_call_after_spoken_enabled: Annotated[bool | None, Field(alias="endCallAfterSpokenEnabled")] = None
    """Whether the call ends once the message is spoken."""
    content: Annotated[str | None, Field(max_length=1000)] = None
    """Text of the message."""
    conditions: list[ToolMessageCondition] | None = None
    """When it applies; all conditions must hold."""


class ToolMessageDelayed(Model):
    """Said when the tool takes long to answer."""

    type: Literal["request-response-delayed"] = constant("request-response-delayed")
    """Always `request-response-delayed`."""
    contents: list[MessageContent] | None = None
    """The message in several languages, in place of `content`."""
    timing_milliseconds: Annotated[float | None, Field(alias="timingMilliseconds", ge=100, le=120000)] = None
    """Milliseconds to wait for the answer before the message is said."""
    content: Annotated[str | None, Field(max_length=1000)] = None
    """Text of the message."""
    conditions: list[ToolMessageCondition] | None = None
    """When it applies; all conditions must hold."""


class ToolMessageFailed(Model):
    """Said when the tool has failed."""

    type: Literal["request-failed"] = constant("request-failed")
    """Always `request-failed`."""
    contents: list[MessageContent] | None = None
    """The message in several languages, in place of `content`."""
    end_call_after_spoken_enabled: Annotated[bool | None, Field(alias="endCallAfterSpokenEnabled")] = None
    """Whether the call ends once the message is spoken."""
    content: Annotated[str | None, Field(max_length=1000)] = None
    """Text of the message."""
    conditions: list[ToolMessageCondition] | None = None
    """When it applies; all conditions must hold."""


class ToolMessageStart(Model):
    """Said when the tool starts."""

    type: Literal["request-start"] = constant("request-start")
    """Always `request-start`."""
    contents: list[MessageContent] | None = None
    """The message in several languages, in place of `content`."""
    content: Annotated[str | None, Field(max_length=1000)] = None
    """Text of the message."""
    conditions: list[ToolMessageCondition] | None = None
    """When it applies; all conditions must hold."""


ToolMessage: TypeAlias = Annotated[
    ToolMessageComplete | ToolMessageDelayed | ToolMessageFailed | ToolMessageStart | Unknown, Discriminated("type")
]
"""What the assistant says about the use of a tool; `type` says when."""


JsonSchemaType: TypeAlias = Open[Literal["string", "number", "integer", "boolean", "array", "object"], str]
"""Type of the value."""


class JsonSchema(Model):
    """The part of JSON Schema that the API takes."""

    type: JsonSchemaType
    items: dict[str, Any] | None = None
    """Schema of the items of an array."""
    properties: dict[str, Any] | None = None
    """Schemas of an object's properties, by name. Needed where `type` is `object`."""
    description: str | None = None
    """What the value stands for."""
    required: list[str] | None = None
    """Names of the properties that must be there."""
    regex: str | None = None
    """Regular expression that a string must match."""
    value: str | None = None
    """Value that is taken as it is."""
    target: str | None = None
    """Variable that the value is stored in."""
    enum: list[str] | None = None
    """Allowed values."""


class OpenAIFunctionParameters(Model):
    """JSON Schema of a function's arguments."""

    type: Literal["object"] = constant("object")
    """Always `object`."""
    properties: dict[str, JsonSchema]
    """Schema of each argument, by name."""
    required: list[str] | None = None
    """Names of the arguments that must be given."""


class OpenAIFunction(Model):
    """Definition of a function that a model may call."""

    strict: bool | None = None
    """Whether the model is held to the schema of the parameters exactly.

    Default: `false`
    """
    name: Annotated[str, Field(max_length=64, pattern="^(?:[a-zA-Z0-9_-]{1,64}|<string>)$")]
    """Name of the function: up to 64 letters, digits, underscores and hyphens."""
    description: Annotated[str | None, Field(max_length=1000)] = None
    """What the function does; the model decides by it when to call."""
    parameters: OpenAIFunctionParameters | None = None
    """Arguments that the function takes."""


class ToolProperties(Model):
    """What all tools take."""

    async_: Annotated[bool | None, Field(alias="async")] = None
    """Whether the assistant goes on without waiting for the tool's answer."""
    messages: list[ToolMessage] | None = None
    """What the assistant says while the tool runs and once it has run."""
    function: OpenAIFunction | None = None
    """Function definition that the model sees."""
    server: Server | None = None
    """Server that a call of this tool goes to. It precedes every other server URL."""


class DtmfTool(ToolProperties):
    """Presses keys of the dial pad."""

    type: Literal["dtmf"] = constant("dtmf")
    """Always `dtmf`."""


class EndCallTool(ToolProperties):
    """Ends the call."""

    type: Literal["endCall"] = constant("endCall")
    """Always `endCall`."""


class FunctionTool(ToolProperties):
    """Calls a function on a server of yours."""

    type: Literal["function"] = constant("function")
    """Always `function`."""


class GhlToolMetadata(Model):
    """The GoHighLevel workflow that a tool runs."""

    workflow_id: Annotated[str | None, Field(alias="workflowId")] = None
    """Id of the workflow."""
    location_id: Annotated[str | None, Field(alias="locationId")] = None
    """Id of the location."""


class GhlTool(ToolProperties):
    """Runs a workflow of GoHighLevel."""

    type: Literal["ghl"] = constant("ghl")
    """Always `ghl`."""
    metadata: GhlToolMetadata
    """Which workflow to run."""


class MakeToolMetadata(Model):
    """The Make scenario that a tool runs."""

    scenario_id: Annotated[float | None, Field(alias="scenarioId")] = None
    """Id of the scenario."""
    trigger_hook_id: Annotated[float | None, Field(alias="triggerHookId")] = None
    """Id of the hook that triggers the scenario."""


class MakeTool(ToolProperties):
    """Runs a scenario of Make."""

    type: Literal["make"] = constant("make")
    """Always `make`."""
    metadata: MakeToolMetadata
    """Which scenario to run."""


class CustomMessage(Model):
    """A message with a text of your own."""

    type: Literal["custom-message"] = constant("custom-message")
    """Always `custom-message`."""
    contents: list[MessageContent] | None = None
    """The message in several languages, in place of `content`."""
    content: Annotated[str | None, Field(max_length=1000)] = None
    """Text of the message."""


TransferMessage: TypeAlias = str | CustomMessage
"""What is said before a call is transferred: a text, or a message in several languages."""


TransferMode: TypeAlias = Open[
    Literal[
        "rolling-history",
        "swap-system-message-in-history",
        "swap-system-message-in-history-and-remove-transfer-tool-messages",
        "delete-history",
    ],
    str,
]
"""What the next assistant gets of the conversation so far."""


class TransferDestinationAssistant(Model):
    """Transfers to another assistant of the squad."""

    type: Literal["assistant"] = constant("assistant")
    """Always `assistant`."""
    message: TransferMessage | None = None
    """What is said before the call is transferred."""
    transfer_mode: Annotated[TransferMode | None, Field(alias="transferMode")] = None
    """What the next assistant gets of the conversation so far."""
    assistant_name: Annotated[str, Field(alias="assistantName")]
    """Name of the assistant."""
    description: str | None = None
    """What the destination is for; the model chooses by it."""


TransferPlanMode: TypeAlias = Open[
    Literal[
        "blind-transfer",
        "blind-transfer-add-summary-to-sip-header",
        "warm-transfer-say-message",
        "warm-transfer-say-summary",
        "warm-transfer-wait-for-operator-to-speak-first-and-then-say-message",
        "warm-transfer-wait-for-operator-to-speak-first-and-then-say-summary",
    ],
    str,
]
"""Whether the call is passed on at once (blind), or the callee is told a message or a summary first (warm)."""


class SummaryPlan(Model):
    """How the summary of a call is made."""

    messages: list[dict[str, Any]] | None = None
    """Messages that ask the model for the summary."""
    enabled: bool | None = None
    """Whether a summary is made."""
    timeout_seconds: Annotated[float | None, Field(alias="timeoutSeconds", ge=1, le=60)] = None
    """Seconds that making the summary may take."""


class TransferPlan(Model):
    """How a call is handed over."""

    mode: TransferPlanMode
    """Whether and how the callee is told about the call first."""
    message: TransferMessage | None = None
    """What the callee is told."""
    sip_verb: Annotated[Open[Literal["refer", "bye"], str] | None, Field(alias="sipVerb")] = None
    """SIP verb that the call is handed over with.

    Default: `"refer"`
    """
    summary_plan: Annotated[SummaryPlan | None, Field(alias="summaryPlan")] = None
    """How the summary that the callee is told is made."""


class TransferDestinationNumber(Model):
    """Transfers to a phone number."""

    type: Literal["number"] = constant("number")
    """Always `number`."""
    message: TransferMessage | None = None
    """What is said before the call is transferred."""
    number_e164_check_enabled: Annotated[bool | None, Field(alias="numberE164CheckEnabled")] = None
    """Whether the number must be in E.164 format.

    Default: `true`
    """
    number: Annotated[str, Field(max_length=40, min_length=3)]
    """Phone number."""
    extension: Annotated[str | None, Field(max_length=10, min_length=1)] = None
    """Extension that is dialled after the number."""
    caller_id: Annotated[str | None, Field(alias="callerId", max_length=40)] = None
    """Number that the callee is shown."""
    transfer_plan: Annotated[TransferPlan | None, Field(alias="transferPlan")] = None
    """How the call is handed over."""
    description: str | None = None
    """What the destination is for; the model chooses by it."""


class TransferDestinationSip(Model):
    """Transfers to a SIP address."""

    type: Literal["sip"] = constant("sip")
    """Always `sip`."""
    message: TransferMessage | None = None
    """What is said before the call is transferred."""
    sip_uri: Annotated[str, Field(alias="sipUri")]
    """SIP URI."""
    transfer_plan: Annotated[TransferPlan | None, Field(alias="transferPlan")] = None
    """How the call is handed over."""
    sip_headers: Annotated[dict[str, Any] | None, Field(alias="sipHeaders")] = None
    """SIP headers that are sent along."""
    description: str | None = None
    """What the destination is for; the model chooses by it."""


class TransferDestinationStep(Model):
    """Transfers to a step of the conversation."""

    type: Literal["step"] = constant("step")
    """Always `step`."""
    message: TransferMessage | None = None
    """What is said before the call is transferred."""
    step_name: Annotated[str, Field(alias="stepName")]
    """Name of the step."""
    description: str | None = None
    """What the destination is for; the model chooses by it."""


TransferDestination: TypeAlias = Annotated[
    TransferDestinationAssistant
    | TransferDestinationNumber
    | TransferDestinationSip
    | TransferDestinationStep
    | Unknown,
    Discriminated("type"),
]
"""Where a call is transferred to; `type` says what it is."""


class TransferCallTool(ToolProperties):
    """Transfers the call."""

    type: Literal["transferCall"] = constant("transferCall")
    """Always `transferCall`."""
    destinations: list[TransferDestination] | None = None
    """Where the call may be transferred to."""


class VoicemailTool(ToolProperties):
    """Lets the model tell that voicemail was reached."""

    type: Literal["voicemail"] = constant("voicemail")
    """Always `voicemail`."""


Tool: TypeAlias = Annotated[
    DtmfTool | EndCallTool | FunctionTool | GhlTool | MakeTool | TransferCallTool | VoicemailTool | Unknown,
    Discriminated("type"),
]
"""A tool that the assistant may use during a call; `type` says which."""


class CanonicalKnowledgeBase(Model):
    """Deprecated. Knowledge base of files stored with Vapi, as an older page shows it."""

    provider: Literal["canonical"] = constant("canonical")
    """Always `canonical`."""
    top_k: Annotated[float | None, Field(alias="topK")] = None
    """How many passages are looked up."""
    file_ids: Annotated[list[str] | None, Field(alias="fileIds")] = None
    """Ids of the files."""


class CustomKnowledgeBase(Model):
    """Knowledge base on a server of your own."""

    provider: Literal["custom-knowledge-base"] = constant("custom-knowledge-base")
    """Always `custom-knowledge-base`."""
    server: Server
    """Server that answers look-ups."""


KnowledgeBase: TypeAlias = Annotated[CanonicalKnowledgeBase | CustomKnowledgeBase | Unknown, Discriminated("provider")]
"""The knowledge base that the model looks things up in; `provider` says which kind."""


class InlineFunction(Model):
    """Deprecated. A function that the model may call, as the oldest page shows it."""

    name: str | None = None
    """Name of the function."""
    async_: Annotated[bool | None, Field(alias="async")] = None
    """Whether the assistant goes on without waiting for the function's answer."""
    description: str | None = None
    """What the function does; the model decides by it when to call."""
    parameters: OpenAIFunctionParameters | None = None
    """Arguments that the function takes."""
    server_url: Annotated[str | None, Field(alias="serverUrl")] = None
    """URL that calls of the function are sent to."""
    server_url_secret: Annotated[str | None, Field(alias="serverUrlSecret")] = None
    """Secret that is sent along with every request."""


class ModelProperties(Model):
    """What all language models take."""

    messages: list[OpenAIMessage] | None = None
    """Messages that stand at the start of the conversation, such as the system prompt."""
    tools: list[Tool] | None = None
    """Tools that the assistant may use during the call, given in place."""
    tool_ids: Annotated[list[str] | None, Field(alias="toolIds")] = None
    """Ids of stored tools that the assistant may use during the call."""
    knowledge_base: Annotated[KnowledgeBase | None, Field(alias="knowledgeBase")] = None
    """Knowledge base that the model looks things up in, given in place."""
    knowledge_base_id: Annotated[str | None, Field(alias="knowledgeBaseId")] = None
    """Id of a stored knowledge base."""
    temperature: Annotated[float | None, Field(ge=0, le=2)] = None
    """Sampling temperature; higher values give more varied answers."""
    max_tokens: Annotated[float | None, Field(alias="maxTokens", ge=50, le=10000)] = None
    """Most tokens that one answer may have."""
    emotion_recognition_enabled: Annotated[bool | None, Field(alias="emotionRecognitionEnabled")] = None
    """Whether the user's emotion is recognised and told to the model."""
    num_fast_turns: Annotated[float | None, Field(alias="numFastTurns", ge=0)] = None
    """Number of turns at the start of the call that a faster model answers."""
    functions: list[InlineFunction] | None = None
    """Deprecated. Functions that the model may call."""


AnthropicModelModel: TypeAlias = Open[
    Literal[
        "claude-3-opus-20240229",
        "claude-3-sonnet-20240229",
        "claude-3-haiku-20240307",
        "claude-3-5-sonnet-20240620",
        "claude-3-5-sonnet-20241022",
        "claude-3-5-haiku-20241022",
    ],
    str,
]
"""Name of the model."""


class AnthropicModel(ModelProperties):
    """Language model of Anthropic."""

    provider: Literal["anthropic"] = constant("anthropic")
    """Always `anthropic`."""
    model: AnthropicModelModel


class AnyscaleModel(ModelProperties):
    """Language model hosted by Anyscale."""

    provider: Literal["anyscale"] = constant("anyscale")
    """Always `anyscale`."""
    model: str
    """Name of the model."""


class CustomLLMModel(ModelProperties):
    """Language model on a server of your own."""

    provider: Literal["custom-llm"] = constant("custom-llm")
    """Always `custom-llm`."""
    metadata_send_mode: Annotated[
        Open[Literal["off", "variable", "destructured"], str] | None, Field(alias="metadataSendMode")
    ] = None
    """How metadata of the call is sent along: not at all, as one variable, or spread over the body."""
    url: str
    """URL of the server."""
    model: str
    """Name of the model."""


class DeepInfraModel(ModelProperties):
    """Language model hosted by DeepInfra."""

    provider: Literal["deepinfra"] = constant("deepinfra")
    """Always `deepinfra`."""
    model: str
    """Name of the model."""


class DeepSeekModel(ModelProperties):
    """Language model of DeepSeek."""

    provider: Literal["deep-seek"] = constant("deep-seek")
    """Always `deep-seek`."""
    model: Open[Literal["deepseek-chat", "deepseek-reasoner"], str]
    """Name of the model."""


GoogleModelModel: TypeAlias = Open[
    Literal[
        "gemini-2.0-flash-exp",
        "gemini-2.0-flash-realtime-exp",
        "gemini-1.5-flash",
        "gemini-1.5-flash-002",
        "gemini-1.5-pro",
        "gemini-1.5-pro-002",
        "gemini-1.0-pro",
    ],
    str,
]
"""Name of the model."""


class GeminiMultimodalLivePrebuiltVoiceConfig(Model):
    """A ready-made voice of Gemini."""

    voice_name: Annotated[Open[Literal["Puck", "Charon", "Kore", "Fenrir", "Aoede"], str], Field(alias="voiceName")]
    """Name of the voice."""


class GeminiMultimodalLiveVoiceConfig(Model):
    """Voice of a Gemini model."""

    prebuilt_voice_config: Annotated[GeminiMultimodalLivePrebuiltVoiceConfig, Field(alias="prebuiltVoiceConfig")]
    """One of the ready-made voices."""


class GeminiMultimodalLiveSpeechConfig(Model):
    """How a Gemini model speaks."""

    voice_config: Annotated[GeminiMultimodalLiveVoiceConfig, Field(alias="voiceConfig")]
    """Voice that the model speaks with."""


class GoogleRealtimeConfig(Model):
    """Settings of Google's real-time models."""

    top_p: Annotated[float | None, Field(alias="topP")] = None
    """Nucleus sampling: share of probability that tokens are drawn from."""
    top_k: Annotated[float | None, Field(alias="topK")] = None
    """Number of likeliest tokens that one is drawn from."""
    presence_penalty: Annotated[float | None, Field(alias="presencePenalty")] = None
    """Penalty for tokens that occurred before."""
    frequency_penalty: Annotated[float | None, Field(alias="frequencyPenalty")] = None
    """Penalty for tokens by how often they occurred before."""
    speech_config: Annotated[GeminiMultimodalLiveSpeechConfig | None, Field(alias="speechConfig")] = None
    """How the model speaks."""


class GoogleModel(ModelProperties):
    """Language model of Google."""

    provider: Literal["google"] = constant("google")
    """Always `google`."""
    model: GoogleModelModel
    realtime_config: Annotated[GoogleRealtimeConfig | None, Field(alias="realtimeConfig")] = None
    """Settings of the real-time models."""


GroqModelModel: TypeAlias = Open[
    Literal[
        "deepseek-r1-distill-llama-70b",
        "llama-3.3-70b-versatile",
        "llama-3.1-405b-reasoning",
        "llama-3.1-70b-versatile",
        "llama-3.1-8b-instant",
        "mixtral-8x7b-32768",
        "llama3-8b-8192",
        "llama3-70b-8192",
        "gemma2-9b-it",
    ],
    str,
]
"""Name of the model."""


class GroqModel(ModelProperties):
    """Language model hosted by Groq."""

    provider: Literal["groq"] = constant("groq")
    """Always `groq`."""
    model: GroqModelModel


class InflectionAIModel(ModelProperties):
    """Language model of Inflection AI."""

    provider: Literal["inflection-ai"] = constant("inflection-ai")
    """Always `inflection-ai`."""
    model: Literal["inflection_3_pi"] = constant("inflection_3_pi")
    """Name of the model."""


OpenAIModelName: TypeAlias = Open[
    Literal[
        "o1-preview",
        "o1-preview-2024-09-12",
        "o1-mini",
        "o1-mini-2024-09-12",
        "gpt-4o-realtime-preview-2024-10-01",
        "gpt-4o-realtime-preview-2024-12-17",
        "gpt-4o-mini-realtime-preview-2024-12-17",
        "gpt-4o-mini",
        "gpt-4o-mini-2024-07-18",
        "gpt-4o",
        "gpt-4o-2024-05-13",
        "gpt-4o-2024-08-06",
        "gpt-4o-2024-11-20",
        "gpt-4-turbo",
        "gpt-4-turbo-2024-04-09",
        "gpt-4-turbo-preview",
        "gpt-4-0125-preview",
        "gpt-4-1106-preview",
        "gpt-4",
        "gpt-4-0613",
        "gpt-3.5-turbo",
        "gpt-3.5-turbo-0125",
        "gpt-3.5-turbo-1106",
        "gpt-3.5-turbo-16k",
        "gpt-3.5-turbo-0613",
    ],
    str,
]
"""Model of OpenAI."""


class OpenAIModel(ModelProperties):
    """Language model of OpenAI."""

    provider: Literal["openai"] = constant("openai")
    """Always `openai`."""
    model: OpenAIModelName
    """Name of the model."""
    fallback_models: Annotated[list[OpenAIModelName] | None, Field(alias="fallbackModels")] = None
    """Models that take over, in this order, when the first one fails."""
    semantic_caching_enabled: Annotated[bool | None, Field(alias="semanticCachingEnabled")] = None
    """Whether answers to questions of the same meaning are cached."""


class OpenRouterModel(ModelProperties):
    """Language model reached through OpenRouter."""

    provider: Literal["openrouter"] = constant("openrouter")
    """Always `openrouter`."""
    model: str
    """Name of the model."""


class PerplexityAIModel(ModelProperties):
    """Language model of Perplexity."""

    provider: Literal["perplexity-ai"] = constant("perplexity-ai")
    """Always `perplexity-ai`."""
    model: str
    """Name of the model."""


class TogetherAIModel(ModelProperties):
    """Language model hosted by Together AI."""

    provider: Literal["together-ai"] = constant("together-ai")
    """Always `together-ai`."""
    model: str
    """Name of the model."""


class ModelBasedCondition(Model):
    """A condition that the model decides."""

    type: Literal["model-based"] = constant("model-based")
    """Always `model-based`."""
    instruction: Annotated[str, Field(min_length=1)]
    """What the model is told to decide."""


class RuleBasedCondition(Model):
    """A condition that compares two values."""

    type: Literal["rule-based"] = constant("rule-based")
    """Always `rule-based`."""
    operator: ComparisonOperator
    """How the values are compared."""
    left_side: Annotated[str, Field(alias="leftSide", max_length=1000)]
    """The value on the left."""
    right_side: Annotated[str, Field(alias="rightSide", max_length=1000)]
    """The value on the right."""


Condition: TypeAlias = Annotated[ModelBasedCondition | RuleBasedCondition | Unknown, Discriminated("type")]
"""A condition on the conversation; `type` says who decides it."""


class BlockCompleteMessage(Model):
    """Said when a block is complete."""

    type: Literal["block-complete"] = constant("block-complete")
    """Always `block-complete`."""
    contents: list[MessageContent] | None = None
    """The message in several languages, in place of `content`."""
    conditions: list[Condition] | None = None
    """When it applies; all conditions must hold."""
    content: Annotated[str | None, Field(max_length=1000)] = None
    """Text of the message."""


class BlockStartMessage(Model):
    """Said when a block starts."""

    type: Literal["block-start"] = constant("block-start")
    """Always `block-start`."""
    contents: list[MessageContent] | None = None
    """The message in several languages, in place of `content`."""
    conditions: list[Condition] | None = None
    """When it applies; all conditions must hold."""
    content: Annotated[str | None, Field(max_length=1000)] = None
    """Text of the message."""


BlockMessage: TypeAlias = Annotated[BlockCompleteMessage | BlockStartMessage | Unknown, Discriminated("type")]
"""What the assistant says about a block; `type` says when."""


class BlockProperties(Model):
    """What all blocks take."""

    name: str | None = None
    """Name of the block."""
    messages: list[BlockMessage] | None = None
    """What the assistant says when the block starts and when it is complete."""
    input_schema: Annotated[JsonSchema | None, Field(alias="inputSchema")] = None
    """Schema of the data that the block is given."""
    output_schema: Annotated[JsonSchema | None, Field(alias="outputSchema")] = None
    """Schema of the data that the block returns."""


class ConversationBlock(BlockProperties):
    """Holds a conversation with the user."""

    type: Literal["conversation"] = constant("conversation")
    """Always `conversation`."""
    instruction: Annotated[str, Field(min_length=1)]
    """What the model is told to do."""


class ToolCallBlock(BlockProperties):
    """Calls a tool."""

    type: Literal["tool-call"] = constant("tool-call")
    """Always `tool-call`."""
    tool: Tool | None = None
    """The tool, given in place."""
    tool_id: Annotated[str | None, Field(alias="toolId")] = None
    """Id of a stored tool."""


class AssignmentMutation(Model):
    """Assigns a value to a variable."""

    type: Literal["assignment"] = constant("assignment")
    """Always `assignment`."""
    conditions: list[Condition] | None = None
    """When it applies; all conditions must hold."""
    variable: str
    """Name of the variable."""
    value: Annotated[str, Field(max_length=1000)]
    """The new value."""


Mutation: TypeAlias = Annotated[AssignmentMutation | Unknown, Discriminated("type")]
"""A change to a variable; `type` says which."""


class StepDestination(Model):
    """Hands the conversation on to a step."""

    type: Literal["step"] = constant("step")
    """Always `step`."""
    conditions: list[Condition] | None = None
    """When it applies; all conditions must hold."""
    step_name: Annotated[str, Field(alias="stepName", min_length=1)]
    """Name of the step."""


HandoffDestination: TypeAlias = Annotated[StepDestination | Unknown, Discriminated("type")]
"""Where a conversation is handed on to; `type` says what it is."""


class CallbackStep(Model):
    """Runs a block and comes back to where it was called."""

    type: Literal["callback"] = constant("callback")
    """Always `callback`."""
    block: "Block | None" = None
    """Block to run, given in place."""
    mutations: list[Mutation] | None = None
    """Changes that are made to variables once the block is complete."""
    name: Annotated[str, Field(min_length=1)]
    """Name of the step."""
    block_id: Annotated[str | None, Field(alias="blockId")] = None
    """Id of a stored block."""
    input: dict[str, Any] | None = None
    """Data that the block is given."""


class HandoffStep(Model):
    """Runs a block and hands the conversation on to another step."""

    type: Literal["handoff"] = constant("handoff")
    """Always `handoff`."""
    block: "Block | None" = None
    """Block to run, given in place."""
    destinations: list[HandoffDestination] | None = None
    """Steps that the conversation may be handed on to."""
    name: Annotated[str, Field(min_length=1)]
    """Name of the step."""
    block_id: Annotated[str | None, Field(alias="blockId")] = None
    """Id of a stored block."""
    input: dict[str, Any] | None = None
    """Data that the block is given."""


class WorkflowBlock(BlockProperties):
    """Runs further steps."""

    type: Literal["workflow"] = constant("workflow")
    """Always `workflow`."""
    steps: "list[Step] | None" = None
    """The steps."""


Step: TypeAlias = Annotated[CallbackStep | HandoffStep | Unknown, Discriminated("type")]
"""A step of a conversation; `type` says what follows it."""


Block: TypeAlias = Annotated[ConversationBlock | ToolCallBlock | WorkflowBlock | Unknown, Discriminated("type")]
"""A block that a step runs; `type` says which kind."""


class NodeProperties(Model):
    """What all nodes take."""

    name: Annotated[str, Field(max_length=80)]
    """Name of the node."""
    metadata: dict[str, Any] | None = None
    """Data of your own to keep with the node."""


class ApiRequestNode(NodeProperties):
    """Sends an HTTP request."""

    type: Literal["api-request"] = constant("api-request")
    """Always `api-request`."""
    method: Literal["POST"] = constant("POST")
    """Method of the request."""
    url: str
    """URL of the request."""
    headers: JsonSchema | None = None
    """Schema of the headers."""
    body: JsonSchema | None = None
    """Schema of the body."""
    mode: Open[Literal["blocking", "background"], str]
    """Whether the conversation waits for the response or goes on."""
    start_task_message: Annotated[str | None, Field(alias="startTaskMessage")] = None
    """Said when the request is sent."""
    wait_task_message: Annotated[str | None, Field(alias="waitTaskMessage")] = None
    """Said while the response is awaited."""
    success_task_message: Annotated[str | None, Field(alias="successTaskMessage")] = None
    """Said when the request succeeded."""
    failure_task_message: Annotated[str | None, Field(alias="failureTaskMessage")] = None
    """Said when the request failed."""


class GatherNode(NodeProperties):
    """Asks the user for data."""

    type: Literal["gather"] = constant("gather")
    """Always `gather`."""
    schema_: Annotated[JsonSchema | None, Field(alias="schema")] = None
    """Schema of the data."""
    instruction: Annotated[str, Field(max_length=1000)]
    """What the model is told to ask for."""
    confirm_content: Annotated[bool | None, Field(alias="confirmContent")] = None
    """Whether the user is asked to confirm the data."""
    max_retries: Annotated[float | None, Field(alias="maxRetries")] = None
    """How often the user is asked again at most."""
    literal_template: Annotated[str | None, Field(alias="literalTemplate")] = None
    """Template that the question is made from."""


class HangupNode(NodeProperties):
    """Ends the call."""

    type: Literal["hangup"] = constant("hangup")
    """Always `hangup`."""


class SayNode(NodeProperties):
    """Says something."""

    type: Literal["say"] = constant("say")
    """Always `say`."""
    exact: Annotated[str | None, Field(max_length=1000)] = None
    """Words that are said exactly so."""
    prompt: Annotated[str | None, Field(max_length=1000)] = None
    """Prompt that the model makes the words from."""


class ProgrammaticEdgeCondition(Model):
    """The edge is taken when an expression is true."""

    type: Literal["programmatic"] = constant("programmatic")
    """Always `programmatic`."""
    boolean_expression: Annotated[str, Field(alias="booleanExpression", max_length=100)]
    """The expression."""


class SemanticEdgeCondition(Model):
    """The edge is taken when the conversation matches a description."""

    type: Literal["semantic"] = constant("semantic")
    """Always `semantic`."""
    matches: list[Annotated[str, Field(max_length=100)]]
    """Descriptions, one of which must match."""


EdgeCondition: TypeAlias = Annotated[ProgrammaticEdgeCondition | SemanticEdgeCondition | Unknown, Discriminated("type")]
"""When an edge is taken; `type` says how that is decided."""


class WorkflowEdge(Model):
    """An edge of a workflow, from one node to the next."""

    condition: EdgeCondition | None = None
    """When the edge is taken."""
    from_: Annotated[str, Field(alias="from", max_length=80)]
    """Name of the node that the edge starts at."""
    to: Annotated[str, Field(max_length=80)]
    """Name of the node that the edge leads to."""
    metadata: dict[str, Any] | None = None
    """Data of your own to keep with the edge."""


class CreateWorkflow(Model):
    """A workflow that a conversation follows: nodes and the edges between them."""

    type: Literal["workflow"] = constant("workflow")
    """Always `workflow`."""
    nodes: "list[WorkflowNode]"
    """Nodes of the workflow."""
    name: Annotated[str, Field(max_length=80)]
    """Name of the workflow."""
    edges: list[WorkflowEdge]
    """Edges between the nodes."""


WorkflowNode: TypeAlias = Annotated[
    ApiRequestNode | CreateWorkflow | GatherNode | HangupNode | SayNode | Unknown, Discriminated("type")
]
"""A node of a workflow; `type` says what it does."""


class Workflow(CreateWorkflow):
    """A stored workflow."""

    id: str
    """Id of the workflow."""
    org_id: Annotated[str, Field(alias="orgId")]
    """Id of the organisation that the workflow belongs to."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the workflow was created."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the workflow was last changed."""


class VapiModel(ModelProperties):
    """Conversation laid out as steps or as a workflow and run by Vapi."""

    provider: Literal["vapi"] = constant("vapi")
    """Always `vapi`."""
    steps: list[Step] | None = None
    """Steps of the conversation."""
    workflow_id: Annotated[str | None, Field(alias="workflowId")] = None
    """Id of a stored workflow."""
    workflow: Workflow | None = None
    """Workflow that the conversation follows, given in place."""
    model: str
    """Name of the model."""


class XaiModel(ModelProperties):
    """Language model of xAI."""

    provider: Literal["xai"] = constant("xai")
    """Always `xai`."""
    model: Literal["grok-beta"] = constant("grok-beta")
    """Name of the model."""


LanguageModel: TypeAlias = Annotated[
    AnthropicModel
    | AnyscaleModel
    | CustomLLMModel
    | DeepInfraModel
    | DeepSeekModel
    | GoogleModel
    | GroqModel
    | InflectionAIModel
    | OpenAIModel
    | OpenRouterModel
    | PerplexityAIModel
    | TogetherAIModel
    | VapiModel
    | XaiModel
    | Unknown,
    Discriminated("provider"),
]
"""The language model (LLM) that writes the assistant's answers; `provider` says which."""


PunctuationBoundary: TypeAlias = Open[
    Literal["。", "，", ".", "!", "?", ";", ")", "،", "۔", "।", "॥", "|", "||", ",", ":"], str
]
"""Punctuation at which a chunk may end."""


class ExactReplacement(Model):
    """Replaces a text wherever it occurs as it is."""

    type: Literal["exact"] = constant("exact")
    """Always `exact`."""
    key: str
    """Text to replace."""
    value: Annotated[str, Field(max_length=1000)]
    """Text that takes its place."""


class RegexOption(Model):
    """An option of a regular expression."""

    type: Open[Literal["ignore-case", "whole-word", "multi-line"], str]
    """Which option."""
    enabled: bool
    """Whether the option is on."""


class RegexReplacement(Model):
    """Replaces what a regular expression matches."""

    type: Literal["regex"] = constant("regex")
    """Always `regex`."""
    regex: str
    """Regular expression that finds the text to replace."""
    options: list[RegexOption] | None = None
    """Options of the regular expression."""
    value: Annotated[str, Field(max_length=1000)]
    """Text that takes the place of a match."""


Replacement: TypeAlias = Annotated[ExactReplacement | RegexReplacement | Unknown, Discriminated("type")]
"""A replacement that is made in a text before it is spoken; `type` says how it is found."""


class FormatPlan(Model):
    """How text is formatted before it is spoken."""

    enabled: bool | None = None
    """Whether text is formatted."""
    number_to_digits_cutoff: Annotated[float | None, Field(alias="numberToDigitsCutoff", ge=0)] = None
    """Number from which on numbers are spoken digit by digit."""
    replacements: list[Replacement] | None = None
    """Replacements that are made in the text."""


class ChunkPlan(Model):
    """How the model's output is cut into chunks before it is spoken."""

    enabled: bool | None = None
    """Whether output is cut into chunks."""
    min_characters: Annotated[float | None, Field(alias="minCharacters", ge=1, le=80)] = None
    """Fewest characters that a chunk has."""
    punctuation_boundaries: Annotated[list[PunctuationBoundary] | None, Field(alias="punctuationBoundaries")] = None
    """Punctuation at which a chunk may end."""
    format_plan: Annotated[FormatPlan | None, Field(alias="formatPlan")] = None
    """How chunks are formatted before they are spoken."""


class FallbackAzureVoice(Model):
    """A voice of Azure to fall back on."""

    provider: Literal["azure"] = constant("azure")
    """Always `azure`."""
    voice_id: Annotated[Open[Literal["andrew", "brian", "emma"], str] | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    speed: Annotated[float | None, Field(ge=0.5, le=2)] = None
    """How fast the voice speaks."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


FallbackCartesiaVoiceModel: TypeAlias = Open[
    Literal["sonic-english", "sonic-multilingual", "sonic-preview", "sonic"], str
]
"""Cartesia model."""


CartesiaLanguage: TypeAlias = Open[
    Literal["en", "de", "es", "fr", "ja", "pt", "zh", "hi", "it", "ko", "nl", "pl", "ru", "sv", "tr"], str
]
"""Language that Cartesia speaks."""


class FallbackCartesiaVoice(Model):
    """A voice of Cartesia to fall back on."""

    provider: Literal["cartesia"] = constant("cartesia")
    """Always `cartesia`."""
    model: FallbackCartesiaVoiceModel | None = None
    language: CartesiaLanguage | None = None
    """Language that is spoken."""
    voice_id: Annotated[str, Field(alias="voiceId")]
    """Id of the voice."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


class FallbackCustomVoice(Model):
    """A voice of a server of your own to fall back on."""

    provider: Literal["custom-voice"] = constant("custom-voice")
    """Always `custom-voice`."""
    server: Server
    """Server that speaks."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


FallbackDeepgramVoiceVoiceIdString: TypeAlias = Open[
    Literal[
        "asteria", "luna", "stella", "athena", "hera", "orion", "arcas", "perseus", "angus", "orpheus", "helios", "zeus"
    ],
    str,
]


class FallbackDeepgramVoice(Model):
    """A voice of Deepgram to fall back on."""

    provider: Literal["deepgram"] = constant("deepgram")
    """Always `deepgram`."""
    voice_id: Annotated[FallbackDeepgramVoiceVoiceIdString | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    mip_opt_out: Annotated[bool | None, Field(alias="mipOptOut")] = None
    """Whether to opt out of Deepgram's Model Improvement Program.

    Default: `false`
    """
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


FallbackElevenLabsVoiceVoiceIdString: TypeAlias = Open[
    Literal[
        "burt",
        "marissa",
        "andrea",
        "sarah",
        "phillip",
        "steve",
        "joseph",
        "myra",
        "paula",
        "ryan",
        "drew",
        "paul",
        "mrb",
        "matilda",
        "mark",
    ],
    str,
]


ElevenLabsVoiceModel: TypeAlias = Open[
    Literal[
        "eleven_multilingual_v2",
        "eleven_turbo_v2",
        "eleven_turbo_v2_5",
        "eleven_flash_v2",
        "eleven_flash_v2_5",
        "eleven_monolingual_v1",
    ],
    str,
]
"""Voice model of ElevenLabs."""


class FallbackElevenLabsVoice(Model):
    """A voice of ElevenLabs to fall back on."""

    provider: Literal["11labs"] = constant("11labs")
    """Always `11labs`."""
    voice_id: Annotated[FallbackElevenLabsVoiceVoiceIdString | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    stability: Annotated[float | None, Field(ge=0, le=1)] = None
    """How steady the voice stays."""
    similarity_boost: Annotated[float | None, Field(alias="similarityBoost", ge=0, le=1)] = None
    """How closely speech keeps to the original voice."""
    style: Annotated[float | None, Field(ge=0, le=1)] = None
    """How strongly the style of the voice is exaggerated."""
    use_speaker_boost: Annotated[bool | None, Field(alias="useSpeakerBoost")] = None
    """Whether speech is brought closer to the original speaker."""
    optimize_streaming_latency: Annotated[float | None, Field(alias="optimizeStreamingLatency", ge=0, le=4)] = None
    """How much quality is given up for lower latency."""
    enable_ssml_parsing: Annotated[bool | None, Field(alias="enableSsmlParsing")] = None
    """Whether SSML in the text is honoured."""
    model: ElevenLabsVoiceModel | None = None
    """ElevenLabs model."""
    language: str | None = None
    """Language that the model is held to, for models that take one."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


class FallbackLMNTVoice(Model):
    """A voice of LMNT to fall back on."""

    provider: Literal["lmnt"] = constant("lmnt")
    """Always `lmnt`."""
    voice_id: Annotated[Open[Literal["lily", "daniel"], str] | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    speed: Annotated[float | None, Field(ge=0.25, le=2)] = None
    """How fast the voice speaks."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


class FallbackNeetsVoice(Model):
    """A voice of Neets to fall back on."""

    provider: Literal["neets"] = constant("neets")
    """Always `neets`."""
    voice_id: Annotated[Open[Literal["vits"], str] | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


FallbackOpenAIVoiceVoiceIdString: TypeAlias = Open[
    Literal["alloy", "echo", "fable", "onyx", "nova", "shimmer", "ash", "ballad", "coral", "sage", "verse"], str
]


class FallbackOpenAIVoice(Model):
    """A voice of OpenAI to fall back on."""

    provider: Literal["openai"] = constant("openai")
    """Always `openai`."""
    voice_id: Annotated[FallbackOpenAIVoiceVoiceIdString | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    speed: Annotated[float | None, Field(ge=0.25, le=4)] = None
    """How fast the voice speaks."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


FallbackPlayHTVoiceVoiceIdString: TypeAlias = Open[
    Literal["jennifer", "melissa", "will", "chris", "matt", "jack", "ruby", "davis", "donna", "michael"], str
]


PlayHTEmotion: TypeAlias = Open[
    Literal[
        "female_happy",
        "female_sad",
        "female_angry",
        "female_fearful",
        "female_disgust",
        "female_surprised",
        "male_happy",
        "male_sad",
        "male_angry",
        "male_fearful",
        "male_disgust",
        "male_surprised",
    ],
    str,
]
"""Emotion that a PlayHT voice expresses."""


PlayHTLanguage: TypeAlias = Open[
    Literal[
        "afrikaans",
        "albanian",
        "amharic",
        "arabic",
        "bengali",
        "bulgarian",
        "catalan",
        "croatian",
        "czech",
        "danish",
        "dutch",
        "english",
        "french",
        "galician",
        "german",
        "greek",
        "hebrew",
        "hindi",
        "hungarian",
        "indonesian",
        "italian",
        "japanese",
        "korean",
        "malay",
        "mandarin",
        "polish",
        "portuguese",
        "russian",
        "serbian",
        "spanish",
        "swedish",
        "tagalog",
        "thai",
        "turkish",
        "ukrainian",
        "urdu",
        "xhosa",
    ],
    str,
]
"""Language that PlayHT speaks."""


class FallbackPlayHTVoice(Model):
    """A voice of PlayHT to fall back on."""

    provider: Literal["playht"] = constant("playht")
    """Always `playht`."""
    voice_id: Annotated[FallbackPlayHTVoiceVoiceIdString | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    speed: Annotated[float | None, Field(ge=0.1, le=5)] = None
    """How fast the voice speaks."""
    temperature: Annotated[float | None, Field(ge=0.1, le=2)] = None
    """Sampling temperature; lower values give more even speech."""
    emotion: PlayHTEmotion | None = None
    """Emotion that the voice expresses."""
    voice_guidance: Annotated[float | None, Field(alias="voiceGuidance", ge=1, le=6)] = None
    """How distinct the voice stays; lower values even voices out."""
    style_guidance: Annotated[float | None, Field(alias="styleGuidance", ge=1, le=30)] = None
    """How strongly the chosen emotion comes out."""
    text_guidance: Annotated[float | None, Field(alias="textGuidance", ge=1, le=2)] = None
    """How closely speech keeps to the text."""
    model: Open[Literal["PlayHT2.0", "PlayHT2.0-turbo", "Play3.0-mini"], str] | None = None
    """PlayHT model."""
    language: PlayHTLanguage | None = None
    """Language that is spoken."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


FallbackRimeAIVoiceVoiceIdString: TypeAlias = Open[
    Literal[
        "marsh",
        "bayou",
        "creek",
        "brook",
        "flower",
        "spore",
        "glacier",
        "gulch",
        "alpine",
        "cove",
        "lagoon",
        "tundra",
        "steppe",
        "mesa",
        "grove",
        "rainforest",
        "moraine",
        "wildflower",
        "peak",
        "boulder",
        "abbie",
        "allison",
        "ally",
        "alona",
        "amber",
        "ana",
        "antoine",
        "armon",
        "brenda",
        "brittany",
        "carol",
        "colin",
        "courtney",
        "elena",
        "elliot",
        "eva",
        "geoff",
        "gerald",
        "hank",
        "helen",
        "hera",
        "jen",
        "joe",
        "joy",
        "juan",
        "kendra",
        "kendrick",
        "kenneth",
        "kevin",
        "kris",
        "linda",
        "madison",
        "marge",
        "marina",
        "marissa",
        "marta",
        "maya",
        "nicholas",
        "nyles",
        "phil",
        "reba",
        "rex",
        "rick",
        "ritu",
        "rob",
        "rodney",
        "rohan",
        "rosco",
        "samantha",
        "sandy",
        "selena",
        "seth",
        "sharon",
        "stan",
        "tamra",
        "tanya",
        "tibur",
        "tj",
        "tyler",
        "viv",
        "yadira",
    ],
    str,
]


class FallbackRimeAIVoice(Model):
    """A voice of Rime to fall back on."""

    provider: Literal["rime-ai"] = constant("rime-ai")
    """Always `rime-ai`."""
    voice_id: Annotated[FallbackRimeAIVoiceVoiceIdString | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    model: Open[Literal["v1", "mist"], str] | None = None
    """Rime model."""
    speed: Annotated[float | None, Field(ge=0.1)] = None
    """How fast the voice speaks."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


FallbackSmallestAIVoiceVoiceIdString: TypeAlias = Open[
    Literal[
        "emily",
        "jasmine",
        "arman",
        "james",
        "mithali",
        "aravind",
        "raj",
        "diya",
        "raman",
        "ananya",
        "isha",
        "william",
        "aarav",
        "monika",
        "niharika",
        "deepika",
        "raghav",
        "kajal",
        "radhika",
        "mansi",
        "nisha",
        "saurabh",
        "pooja",
        "saina",
        "sanya",
    ],
    str,
]


class FallbackSmallestAIVoice(Model):
    """A voice of Smallest AI to fall back on."""

    provider: Literal["smallest-ai"] = constant("smallest-ai")
    """Always `smallest-ai`."""
    voice_id: Annotated[FallbackSmallestAIVoiceVoiceIdString | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    model: Open[Literal["lightning"], str] | None = None
    """Smallest AI model."""
    speed: float | None = None
    """How fast the voice speaks."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


class TavusConversationProperties(Model):
    """Settings of a conversation at Tavus."""

    max_call_duration: Annotated[float | None, Field(alias="maxCallDuration")] = None
    """Longest time that the conversation may take."""
    participant_left_timeout: Annotated[float | None, Field(alias="participantLeftTimeout")] = None
    """Time after which the conversation ends once the participant has left."""
    participant_absent_timeout: Annotated[float | None, Field(alias="participantAbsentTimeout")] = None
    """Time after which the conversation ends when no participant joins."""
    enable_recording: Annotated[bool | None, Field(alias="enableRecording")] = None
    """Whether the conversation is recorded."""
    enable_transcription: Annotated[bool | None, Field(alias="enableTranscription")] = None
    """Whether the conversation is transcribed."""
    apply_greenscreen: Annotated[bool | None, Field(alias="applyGreenscreen")] = None
    """Whether the background becomes a green screen."""
    language: str | None = None
    """Language of the conversation."""
    recording_s3_bucket_name: Annotated[str | None, Field(alias="recordingS3BucketName")] = None
    """Name of the S3 bucket that recordings are stored in."""
    recording_s3_bucket_region: Annotated[str | None, Field(alias="recordingS3BucketRegion")] = None
    """Region of the S3 bucket that recordings are stored in."""
    aws_assume_role_arn: Annotated[str | None, Field(alias="awsAssumeRoleArn")] = None
    """ARN of the AWS role that stores recordings."""


class FallbackTavusVoice(Model):
    """A voice of Tavus to fall back on."""

    provider: Literal["tavus"] = constant("tavus")
    """Always `tavus`."""
    voice_id: Annotated[Open[Literal["r52da2535a"], str] | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    persona_id: Annotated[str | None, Field(alias="personaId")] = None
    """Id of the persona at Tavus."""
    callback_url: Annotated[str | None, Field(alias="callbackUrl")] = None
    """URL that Tavus tells about the conversation."""
    conversation_name: Annotated[str | None, Field(alias="conversationName")] = None
    """Name of the conversation."""
    conversational_context: Annotated[str | None, Field(alias="conversationalContext")] = None
    """Context that the persona is given for the conversation."""
    custom_greeting: Annotated[str | None, Field(alias="customGreeting")] = None
    """Greeting that the persona begins with."""
    properties: TavusConversationProperties | None = None
    """Settings of the conversation at Tavus."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


FallbackVoice: TypeAlias = Annotated[
    FallbackAzureVoice
    | FallbackCartesiaVoice
    | FallbackCustomVoice
    | FallbackDeepgramVoice
    | FallbackElevenLabsVoice
    | FallbackLMNTVoice
    | FallbackNeetsVoice
    | FallbackOpenAIVoice
    | FallbackPlayHTVoice
    | FallbackRimeAIVoice
    | FallbackSmallestAIVoice
    | FallbackTavusVoice
    | Unknown,
    Discriminated("provider"),
]
"""A voice that takes over when the one before it fails; `provider` says which."""


class FallbackPlan(Model):
    """Voices that take over when the assistant's own voice fails."""

    voices: list[FallbackVoice]
    """The fallback voices, in the order in which they are tried."""


class VoiceProperties(Model):
    """What all voices take, beside what they share with the fallback voice of their provider."""

    fallback_plan: Annotated[FallbackPlan | None, Field(alias="fallbackPlan")] = None
    """Voices that take over when this one fails."""
    input_preprocessing_enabled: Annotated[bool | None, Field(alias="inputPreprocessingEnabled")] = None
    """Deprecated. Whether the model's output is prepared before it is spoken."""
    input_reformatting_enabled: Annotated[bool | None, Field(alias="inputReformattingEnabled")] = None
    """Deprecated. Whether the model's output is reformatted before it is spoken."""
    input_min_characters: Annotated[float | None, Field(alias="inputMinCharacters")] = None
    """Deprecated. Fewest characters that are spoken in one go."""
    input_punctuation_boundaries: Annotated[
        list[PunctuationBoundary] | None, Field(alias="inputPunctuationBoundaries")
    ] = None
    """Deprecated. Punctuation at which the model's output may be cut."""
    filler_injection_enabled: Annotated[bool | None, Field(alias="fillerInjectionEnabled")] = None
    """Deprecated. Whether filler words are put in."""


class AzureVoice(FallbackAzureVoice, VoiceProperties):
    """A voice of Azure."""


class CartesiaVoice(FallbackCartesiaVoice, VoiceProperties):
    """A voice of Cartesia."""


class CustomVoice(FallbackCustomVoice, VoiceProperties):
    """A voice that a server of your own speaks with."""


class DeepgramVoice(FallbackDeepgramVoice, VoiceProperties):
    """A voice of Deepgram."""


class ElevenLabsVoice(FallbackElevenLabsVoice, VoiceProperties):
    """A voice of ElevenLabs."""


class LMNTVoice(FallbackLMNTVoice, VoiceProperties):
    """A voice of LMNT."""


class NeetsVoice(FallbackNeetsVoice, VoiceProperties):
    """A voice of Neets."""


class OpenAIVoice(FallbackOpenAIVoice, VoiceProperties):
    """A voice of OpenAI."""


class PlayHTVoice(FallbackPlayHTVoice, VoiceProperties):
    """A voice of PlayHT."""


class RimeAIVoice(FallbackRimeAIVoice, VoiceProperties):
    """A voice of Rime."""


class SmallestAIVoice(FallbackSmallestAIVoice, VoiceProperties):
    """A voice of Smallest AI."""


class TavusVoice(FallbackTavusVoice, VoiceProperties):
    """A voice of Tavus."""


Voice: TypeAlias = Annotated[
    AzureVoice
    | CartesiaVoice
    | CustomVoice
    | DeepgramVoice
    | ElevenLabsVoice
    | LMNTVoice
    | NeetsVoice
    | OpenAIVoice
    | PlayHTVoice
    | RimeAIVoice
    | SmallestAIVoice
    | TavusVoice
    | Unknown,
    Discriminated("provider"),
]
"""The voice that speaks the assistant's words; `provider` says which."""


FirstMessageMode: TypeAlias = Open[
    Literal[
        "assistant-speaks-first", "assistant-speaks-first-with-model-generated-message", "assistant-waits-for-user"
    ],
    str,
]
"""Who opens the conversation.

- `assistant-speaks-first`: the assistant.
- `assistant-waits-for-user`: the user; the assistant waits.
- `assistant-speaks-first-with-model-generated-message`: the assistant, with a message that the
  model makes from the state of the conversation (`assistant.model.messages` when the call
  starts, `call.messages` where a squad hands the call over).
"""


ClientMessageType: TypeAlias = Open[
    Literal[
        "conversation-update",
        "function-call",
        "function-call-result",
        "hang",
        "language-changed",
        "metadata",
        "model-output",
        "speech-update",
        "status-update",
        "transcript",
        "tool-calls",
        "tool-calls-result",
        "transfer-update",
        "user-interrupted",
        "voice-input",
    ],
    str,
]
"""A message that client SDKs may receive."""


ServerMessageType: TypeAlias = Open[
    Literal[
        "conversation-update",
        "end-of-call-report",
        "function-call",
        "hang",
        "language-changed",
        "language-change-detected",
        "model-output",
        "phone-call-control",
        "speech-update",
        "status-update",
        "transcript",
        'transcript[transcriptType="final"]',
        "tool-calls",
        "transfer-destination-request",
        "transfer-update",
        "user-interrupted",
        "voice-input",
    ],
    str,
]
"""A message that the server URL may receive."""


class TwilioTransport(Model):
    """Settings for calls that run over Twilio."""

    provider: Literal["twilio"] = constant("twilio")
    """Always `twilio`."""
    timeout: Annotated[float | None, Field(ge=1, le=600)] = None
    """Seconds that the phone rings before the call is given up."""
    record: bool | None = None
    """Whether Twilio records the call."""
    recording_channels: Annotated[Open[Literal["mono", "dual"], str] | None, Field(alias="recordingChannels")] = None
    """Whether both parties are recorded on one channel or on two."""


TransportConfiguration: TypeAlias = Annotated[TwilioTransport | Unknown, Discriminated("provider")]
"""Settings for a transport provider of calls; `provider` says which."""


class CredentialProperties(Model):
    """What all credentials take."""

    name: Annotated[str | None, Field(max_length=40, min_length=1)] = None
    """Name that you know the credential by."""


class AnthropicCredential(CredentialProperties):
    """Credential for Anthropic."""

    provider: Literal["anthropic"] = constant("anthropic")
    """Always `anthropic`."""
    api_key: Annotated[str, Field(alias="apiKey", max_length=10000)]
    """API key of the account."""


class AnyscaleCredential(CredentialProperties):
    """Credential for Anyscale."""

    provider: Literal["anyscale"] = constant("anyscale")
    """Always `anyscale`."""
    api_key: Annotated[str, Field(alias="apiKey", max_length=10000)]
    """API key of the account."""


class AssemblyAICredential(CredentialProperties):
    """Credential for AssemblyAI."""

    provider: Literal["assembly-ai"] = constant("assembly-ai")
    """Always `assembly-ai`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


AzureRegion: TypeAlias = Open[
    Literal[
        "australia",
        "canadaeast",
        "canadacentral",
        "eastus2",
        "eastus",
        "france",
        "india",
        "japaneast",
        "japanwest",
        "uaenorth",
        "northcentralus",
        "norway",
        "southcentralus",
        "swedencentral",
        "switzerland",
        "uk",
        "westus",
        "westus3",
    ],
    str,
]
"""Region of Azure."""


class AzureBlobStorageBucketPlan(Model):
    """Where in Azure Blob Storage artifacts are stored."""

    connection_string: Annotated[str, Field(alias="connectionString")]
    """Connection string of the storage account."""
    container_name: Annotated[str, Field(alias="containerName")]
    """Name of the container."""
    path: str | None = None
    """Path that artifacts are stored under."""


class AzureCredential(CredentialProperties):
    """Credential for Azure Speech or Azure Blob Storage."""

    provider: Literal["azure"] = constant("azure")
    """Always `azure`."""
    service: Open[Literal["speech", "blob_storage"], str]
    """Service of Azure that the credential is for.

    Default: `"speech"`
    """
    region: AzureRegion | None = None
    """Region of the service."""
    api_key: Annotated[str | None, Field(alias="apiKey", max_length=10000)] = None
    """API key of the account."""
    bucket_plan: Annotated[AzureBlobStorageBucketPlan | None, Field(alias="bucketPlan")] = None
    """Where in Blob Storage artifacts are stored."""


AzureOpenAIModelName: TypeAlias = Open[
    Literal[
        "gpt-4o-2024-08-06",
        "gpt-4o-mini-2024-07-18",
        "gpt-4o-2024-05-13",
        "gpt-4-turbo-2024-04-09",
        "gpt-4-0125-preview",
        "gpt-4-1106-preview",
        "gpt-4-0613",
        "gpt-35-turbo-0125",
        "gpt-35-turbo-1106",
    ],
    str,
]
"""Model of OpenAI on Azure."""


class AzureOpenAICredential(CredentialProperties):
    """Credential for OpenAI on Azure."""

    provider: Literal["azure-openai"] = constant("azure-openai")
    """Always `azure-openai`."""
    region: AzureRegion
    """Region of the service."""
    models: list[AzureOpenAIModelName]
    """Models that the credential gives access to."""
    open_ai_key: Annotated[str, Field(alias="openAIKey", max_length=10000)]
    """API key of the service."""
    ocp_apim_subscription_key: Annotated[str | None, Field(alias="ocpApimSubscriptionKey")] = None
    """Subscription key of Azure API Management."""
    open_ai_endpoint: Annotated[str, Field(alias="openAIEndpoint", max_length=10000)]
    """URL of the service."""


class SipTrunkGateway(Model):
    """A gateway of a SIP trunk."""

    ip: str
    """Address of the gateway."""
    port: Annotated[float | None, Field(ge=1, le=65535)] = None
    """Port of the gateway."""
    netmask: Annotated[float | None, Field(ge=24, le=32)] = None
    """Length of the network mask."""
    inbound_enabled: Annotated[bool | None, Field(alias="inboundEnabled")] = None
    """Whether inbound calls use the gateway."""
    outbound_enabled: Annotated[bool | None, Field(alias="outboundEnabled")] = None
    """Whether outbound calls use the gateway."""
    outbound_protocol: Annotated[
        Open[Literal["tls/srtp", "tcp", "tls", "udp"], str] | None, Field(alias="outboundProtocol")
    ] = None
    """Protocol of outbound calls."""
    options_ping_enabled: Annotated[bool | None, Field(alias="optionsPingEnabled")] = None
    """Whether the gateway is probed by OPTIONS requests."""


class SipTrunkOutboundSipRegisterPlan(Model):
    """How a SIP trunk registers with its gateway."""

    domain: str | None = None
    """Domain."""
    username: str | None = None
    """User name."""
    realm: str | None = None
    """Realm."""


class SipTrunkOutboundAuthenticationPlan(Model):
    """How outbound calls of a SIP trunk are authenticated."""

    auth_password: Annotated[str | None, Field(alias="authPassword")] = None
    """Password."""
    auth_username: Annotated[str | None, Field(alias="authUsername")] = None
    """User name."""
    sip_register_plan: Annotated[SipTrunkOutboundSipRegisterPlan | None, Field(alias="sipRegisterPlan")] = None
    """How the trunk registers, where the gateway asks for it."""


class SbcConfiguration(Model):
    """Settings of a session border controller."""


class ByoSipTrunkCredential(CredentialProperties):
    """Credential for a SIP trunk of your own."""

    provider: Literal["byo-sip-trunk"] = constant("byo-sip-trunk")
    """Always `byo-sip-trunk`."""
    gateways: list[SipTrunkGateway]
    """Gateways of the trunk."""
    outbound_authentication_plan: Annotated[
        SipTrunkOutboundAuthenticationPlan | None, Field(alias="outboundAuthenticationPlan")
    ] = None
    """How outbound calls are authenticated."""
    outbound_leading_plus_enabled: Annotated[bool | None, Field(alias="outboundLeadingPlusEnabled")] = None
    """Whether numbers of outbound calls begin with a plus sign."""
    tech_prefix: Annotated[str | None, Field(alias="techPrefix", max_length=10000)] = None
    """Technical prefix that is put before numbers of outbound calls."""
    sip_diversion_header: Annotated[str | None, Field(alias="sipDiversionHeader", max_length=10000)] = None
    """SIP diversion header of outbound calls."""
    sbc_configuration: Annotated[SbcConfiguration | None, Field(alias="sbcConfiguration")] = None
    """Settings of the session border controller."""


class CartesiaCredential(CredentialProperties):
    """Credential for Cartesia."""

    provider: Literal["cartesia"] = constant("cartesia")
    """Always `cartesia`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class CloudflareR2BucketPlan(Model):
    """Where in Cloudflare R2 artifacts are stored."""

    access_key_id: Annotated[str | None, Field(alias="accessKeyId")] = None
    """Id of the access key."""
    secret_access_key: Annotated[str | None, Field(alias="secretAccessKey")] = None
    """The access key itself."""
    url: str | None = None
    """URL of the bucket."""
    name: str
    """Name of the bucket."""
    path: str | None = None
    """Path that artifacts are stored under."""


class CloudflareCredential(CredentialProperties):
    """Credential for Cloudflare."""

    provider: Literal["cloudflare"] = constant("cloudflare")
    """Always `cloudflare`."""
    account_id: Annotated[str | None, Field(alias="accountId")] = None
    """Id of the account."""
    api_key: Annotated[str | None, Field(alias="apiKey")] = None
    """API key of the account."""
    account_email: Annotated[str | None, Field(alias="accountEmail")] = None
    """E-mail address of the account."""
    bucket_plan: Annotated[CloudflareR2BucketPlan | None, Field(alias="bucketPlan")] = None
    """R2 bucket that artifacts are stored in."""


class OAuth2AuthenticationPlan(Model):
    """How requests are authenticated by OAuth 2.0."""

    type: Literal["oauth2"] = constant("oauth2")
    """Always `oauth2`."""
    url: str
    """URL that tokens are fetched from."""
    client_id: Annotated[str, Field(alias="clientId")]
    """Id of the client."""
    client_secret: Annotated[str, Field(alias="clientSecret")]
    """Secret of the client."""


class CustomLLMCredential(CredentialProperties):
    """Credential for a language model on a server of your own."""

    provider: Literal["custom-llm"] = constant("custom-llm")
    """Always `custom-llm`."""
    api_key: Annotated[str, Field(alias="apiKey", max_length=10000)]
    """API key of the account."""
    authentication_plan: Annotated[OAuth2AuthenticationPlan | None, Field(alias="authenticationPlan")] = None
    """How requests to the server are authenticated."""


class DeepInfraCredential(CredentialProperties):
    """Credential for DeepInfra."""

    provider: Literal["deepinfra"] = constant("deepinfra")
    """Always `deepinfra`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class DeepSeekCredential(CredentialProperties):
    """Credential for DeepSeek."""

    provider: Literal["deep-seek"] = constant("deep-seek")
    """Always `deep-seek`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class DeepgramCredential(CredentialProperties):
    """Credential for Deepgram."""

    provider: Literal["deepgram"] = constant("deepgram")
    """Always `deepgram`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""
    api_url: Annotated[str | None, Field(alias="apiUrl")] = None
    """URL of the Deepgram API, in place of the usual one."""


class ElevenLabsCredential(CredentialProperties):
    """Credential for ElevenLabs."""

    provider: Literal["11labs"] = constant("11labs")
    """Always `11labs`."""
    api_key: Annotated[str, Field(alias="apiKey", max_length=10000)]
    """API key of the account."""


class GcpKey(Model):
    """Key of a Google Cloud service account, as Google hands it out as JSON."""

    type: str
    """Type of the key, usually `service_account`."""
    project_id: Annotated[str, Field(alias="projectId")]
    """Id of the project."""
    private_key_id: Annotated[str, Field(alias="privateKeyId")]
    """Id of the private key."""
    private_key: Annotated[str, Field(alias="privateKey")]
    """Private key in PEM format."""
    client_email: Annotated[str, Field(alias="clientEmail")]
    """E-mail address of the service account."""
    client_id: Annotated[str, Field(alias="clientId")]
    """Id of the client."""
    auth_uri: Annotated[str, Field(alias="authUri")]
    """URL of the authorisation server."""
    token_uri: Annotated[str, Field(alias="tokenUri")]
    """URL that tokens are fetched from."""
    auth_provider_x509_cert_url: Annotated[str, Field(alias="authProviderX509CertUrl")]
    """URL of the provider's X.509 certificate."""
    client_x509_cert_url: Annotated[str, Field(alias="clientX509CertUrl")]
    """URL of the client's X.509 certificate."""
    universe_domain: Annotated[str, Field(alias="universeDomain")]
    """Domain of the universe, for Google's APIs."""


class BucketPlan(Model):
    """Where in Google Cloud Storage artifacts are stored."""

    name: str
    """Name of the bucket."""
    region: str | None = None
    """Region of the bucket."""
    path: str | None = None
    """Path that artifacts are stored under."""
    hmac_access_key: Annotated[str | None, Field(alias="hmacAccessKey")] = None
    """HMAC access key."""
    hmac_secret: Annotated[str | None, Field(alias="hmacSecret")] = None
    """Secret of the HMAC access key."""


class GcpCredential(CredentialProperties):
    """Credential for Google Cloud."""

    provider: Literal["gcp"] = constant("gcp")
    """Always `gcp`."""
    gcp_key: Annotated[GcpKey, Field(alias="gcpKey")]
    """Key of the service account."""
    bucket_plan: Annotated[BucketPlan | None, Field(alias="bucketPlan")] = None
    """Bucket that artifacts are stored in."""


class GladiaCredential(CredentialProperties):
    """Credential for Gladia."""

    provider: Literal["gladia"] = constant("gladia")
    """Always `gladia`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class GoHighLevelCredential(CredentialProperties):
    """Credential for GoHighLevel."""

    provider: Literal["gohighlevel"] = constant("gohighlevel")
    """Always `gohighlevel`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class GroqCredential(CredentialProperties):
    """Credential for Groq."""

    provider: Literal["groq"] = constant("groq")
    """Always `groq`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class LMNTCredential(CredentialProperties):
    """Credential for LMNT."""

    provider: Literal["lmnt"] = constant("lmnt")
    """Always `lmnt`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class LangfuseCredential(CredentialProperties):
    """Credential for Langfuse."""

    provider: Literal["langfuse"] = constant("langfuse")
    """Always `langfuse`."""
    public_key: Annotated[str, Field(alias="publicKey")]
    """Public key of the project."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """Secret key of the project."""
    api_url: Annotated[str, Field(alias="apiUrl")]
    """URL of the Langfuse server."""


class MakeCredential(CredentialProperties):
    """Credential for Make."""

    provider: Literal["make"] = constant("make")
    """Always `make`."""
    team_id: Annotated[str, Field(alias="teamId")]
    """Id of the team."""
    region: str
    """Region of the account."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class OpenAICredential(CredentialProperties):
    """Credential for OpenAI."""

    provider: Literal["openai"] = constant("openai")
    """Always `openai`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class OpenRouterCredential(CredentialProperties):
    """Credential for OpenRouter."""

    provider: Literal["openrouter"] = constant("openrouter")
    """Always `openrouter`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class PerplexityAICredential(CredentialProperties):
    """Credential for Perplexity."""

    provider: Literal["perplexity-ai"] = constant("perplexity-ai")
    """Always `perplexity-ai`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class PlayHTCredential(CredentialProperties):
    """Credential for PlayHT."""

    provider: Literal["playht"] = constant("playht")
    """Always `playht`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""
    user_id: Annotated[str, Field(alias="userId")]
    """Id of the user."""


class RimeAICredential(CredentialProperties):
    """Credential for Rime."""

    provider: Literal["rime-ai"] = constant("rime-ai")
    """Always `rime-ai`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class RunpodCredential(CredentialProperties):
    """Credential for Runpod."""

    provider: Literal["runpod"] = constant("runpod")
    """Always `runpod`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class S3Credential(CredentialProperties):
    """Credential for Amazon S3."""

    provider: Literal["s3"] = constant("s3")
    """Always `s3`."""
    aws_access_key_id: Annotated[str, Field(alias="awsAccessKeyId")]
    """Id of the AWS access key."""
    aws_secret_access_key: Annotated[str, Field(alias="awsSecretAccessKey")]
    """The AWS access key itself."""
    region: str
    """Region of the bucket."""
    s3_bucket_name: Annotated[str, Field(alias="s3BucketName")]
    """Name of the bucket."""
    s3_path_prefix: Annotated[str, Field(alias="s3PathPrefix")]
    """Prefix of the paths that artifacts are stored under."""


class SmallestAICredential(CredentialProperties):
    """Credential for Smallest AI."""

    provider: Literal["smallest-ai"] = constant("smallest-ai")
    """Always `smallest-ai`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class TavusCredential(CredentialProperties):
    """Credential for Tavus."""

    provider: Literal["tavus"] = constant("tavus")
    """Always `tavus`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class TogetherAICredential(CredentialProperties):
    """Credential for Together AI."""

    provider: Literal["together-ai"] = constant("together-ai")
    """Always `together-ai`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class TwilioCredential(CredentialProperties):
    """Credential for Twilio."""

    provider: Literal["twilio"] = constant("twilio")
    """Always `twilio`."""
    auth_token: Annotated[str, Field(alias="authToken")]
    """Token of the account."""
    account_sid: Annotated[str, Field(alias="accountSid")]
    """SID of the account."""


class VonageCredential(CredentialProperties):
    """Credential for Vonage."""

    provider: Literal["vonage"] = constant("vonage")
    """Always `vonage`."""
    api_secret: Annotated[str, Field(alias="apiSecret")]
    """Secret that belongs to the API key."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class WebhookCredential(CredentialProperties):
    """Credential for a server that receives webhooks."""

    provider: Literal["webhook"] = constant("webhook")
    """Always `webhook`."""
    authentication_plan: Annotated[OAuth2AuthenticationPlan, Field(alias="authenticationPlan")]
    """How requests to the server are authenticated."""


class XaiCredential(CredentialProperties):
    """Credential for xAI."""

    provider: Literal["xai"] = constant("xai")
    """Always `xai`."""
    api_key: Annotated[str, Field(alias="apiKey", max_length=10000)]
    """API key of the account."""


Credential: TypeAlias = Annotated[
    AnthropicCredential
    | AnyscaleCredential
    | AssemblyAICredential
    | AzureCredential
    | AzureOpenAICredential
    | ByoSipTrunkCredential
    | CartesiaCredential
    | CloudflareCredential
    | CustomLLMCredential
    | DeepgramCredential
    | DeepInfraCredential
    | DeepSeekCredential
    | ElevenLabsCredential
    | GcpCredential
    | GladiaCredential
    | GoHighLevelCredential
    | GroqCredential
    | LangfuseCredential
    | LMNTCredential
    | MakeCredential
    | OpenAICredential
    | OpenRouterCredential
    | PerplexityAICredential
    | PlayHTCredential
    | RimeAICredential
    | RunpodCredential
    | S3Credential
    | SmallestAICredential
    | TavusCredential
    | TogetherAICredential
    | TwilioCredential
    | VonageCredential
    | WebhookCredential
    | XaiCredential
    | Unknown,
    Discriminated("provider"),
]
"""A credential for a service that calls use; `provider` says for which."""


VoicemailDetectionType: TypeAlias = Open[
    Literal["machine_start", "human", "fax", "unknown", "machine_end_beep", "machine_end_silence", "machine_end_other"],
    str,
]
"""What Twilio reports of the party that answered."""


class TwilioVoicemailDetection(Model):
    """Voicemail detection built into Twilio."""

    provider: Literal["twilio"] = constant("twilio")
    """Always `twilio`."""
    voicemail_detection_types: Annotated[
        list[VoicemailDetectionType] | None, Field(alias="voicemailDetectionTypes")
    ] = None
    """What Twilio may report for the call to count as voicemail."""
    enabled: bool | None = None
    """Whether detection is on."""
    machine_detection_timeout: Annotated[float | None, Field(alias="machineDetectionTimeout", ge=3, le=59)] = None
    """Seconds that Twilio tries to tell who answered."""
    machine_detection_speech_threshold: Annotated[
        float | None, Field(alias="machineDetectionSpeechThreshold", ge=1000, le=6000)
    ] = None
    """Milliseconds of speech up to which the answer counts as human."""
    machine_detection_speech_end_threshold: Annotated[
        float | None, Field(alias="machineDetectionSpeechEndThreshold", ge=500, le=5000)
    ] = None
    """Milliseconds of silence after speech at which the speech counts as ended."""
    machine_detection_silence_timeout: Annotated[
        float | None, Field(alias="machineDetectionSilenceTimeout", ge=2000, le=10000)
    ] = None
    """Milliseconds of silence at the start after which detection gives up."""


VoicemailDetection: TypeAlias = Annotated[TwilioVoicemailDetection | Unknown, Discriminated("provider")]
"""Detection of voicemail by the transport; `provider` says by which."""


class StructuredDataPlan(Model):
    """Which data is taken from a call."""

    messages: list[dict[str, Any]] | None = None
    """Messages that ask the model for the data."""
    enabled: bool | None = None
    """Whether data is taken."""
    schema_: Annotated[JsonSchema | None, Field(alias="schema")] = None
    """Schema of the data."""
    timeout_seconds: Annotated[float | None, Field(alias="timeoutSeconds", ge=1, le=60)] = None
    """Seconds that taking the data may take."""


SuccessEvaluationRubric: TypeAlias = Open[
    Literal[
        "NumericScale",
        "DescriptiveScale",
        "Checklist",
        "Matrix",
        "PercentageScale",
        "LikertScale",
        "AutomaticRubric",
        "PassFail",
    ],
    str,
]
"""Scale that the success of a call is judged on."""


class SuccessEvaluationPlan(Model):
    """How the success of a call is judged."""

    rubric: SuccessEvaluationRubric | None = None
    """Scale that success is judged on."""
    messages: list[dict[str, Any]] | None = None
    """Messages that ask the model for its judgement."""
    enabled: bool | None = None
    """Whether success is judged."""
    timeout_seconds: Annotated[float | None, Field(alias="timeoutSeconds", ge=1, le=60)] = None
    """Seconds that judging may take."""


class AnalysisPlan(Model):
    """How a call is analysed when it has ended."""

    summary_plan: Annotated[SummaryPlan | None, Field(alias="summaryPlan")] = None
    """How the summary of the call is made."""
    structured_data_plan: Annotated[StructuredDataPlan | None, Field(alias="structuredDataPlan")] = None
    """Which data is taken from the call."""
    success_evaluation_plan: Annotated[SuccessEvaluationPlan | None, Field(alias="successEvaluationPlan")] = None
    """How success of the call is judged."""
    summary_prompt: Annotated[str | None, Field(alias="summaryPrompt")] = None
    """Deprecated. Prompt that asks for the summary of the call."""
    summary_request_timeout_seconds: Annotated[float | None, Field(alias="summaryRequestTimeoutSeconds")] = None
    """Deprecated. Seconds that making the summary may take."""
    structured_data_prompt: Annotated[str | None, Field(alias="structuredDataPrompt")] = None
    """Deprecated. Prompt that asks for the data to take from the call."""
    structured_data_schema: Annotated[JsonSchema | None, Field(alias="structuredDataSchema")] = None
    """Deprecated. Schema of the data to take from the call."""
    structured_data_request_timeout_seconds: Annotated[
        float | None, Field(alias="structuredDataRequestTimeoutSeconds")
    ] = None
    """Deprecated. Seconds that taking the data may take."""
    success_evaluation_prompt: Annotated[str | None, Field(alias="successEvaluationPrompt")] = None
    """Deprecated. Prompt that asks how successful the call was."""
    success_evaluation_rubric: Annotated[SuccessEvaluationRubric | None, Field(alias="successEvaluationRubric")] = None
    """Deprecated. Scale that success is judged on."""
    success_evaluation_request_timeout_seconds: Annotated[
        float | None, Field(alias="successEvaluationRequestTimeoutSeconds")
    ] = None
    """Deprecated. Seconds that judging success may take."""


class TranscriptPlan(Model):
    """How the transcript of a call is made."""

    enabled: bool | None = None
    """Whether a transcript is made."""
    assistant_name: Annotated[str | None, Field(alias="assistantName")] = None
    """Name that stands before the assistant's words."""
    user_name: Annotated[str | None, Field(alias="userName")] = None
    """Name that stands before the user's words."""


class ArtifactPlan(Model):
    """Which artifacts a call leaves."""

    recording_enabled: Annotated[bool | None, Field(alias="recordingEnabled")] = None
    """Whether the call is recorded."""
    video_recording_enabled: Annotated[bool | None, Field(alias="videoRecordingEnabled")] = None
    """Whether video of the call is recorded."""
    transcript_plan: Annotated[TranscriptPlan | None, Field(alias="transcriptPlan")] = None
    """How the transcript of the call is made."""
    recording_path: Annotated[str | None, Field(alias="recordingPath")] = None
    """Path that the recording is stored under."""


class MessagePlan(Model):
    """Fixed messages that the assistant may speak during a call."""

    idle_messages: Annotated[list[Annotated[str, Field(max_length=1000)]] | None, Field(alias="idleMessages")] = None
    """What the assistant says when the user has been silent for a while."""
    idle_message_max_spoken_count: Annotated[float | None, Field(alias="idleMessageMaxSpokenCount", ge=1, le=10)] = None
    """How often idle messages are spoken in one call at most."""
    idle_timeout_seconds: Annotated[float | None, Field(alias="idleTimeoutSeconds", ge=5, le=60)] = None
    """Seconds of silence before an idle message is spoken."""
    silence_timeout_message: Annotated[str | None, Field(alias="silenceTimeoutMessage", max_length=1000)] = None
    """What the assistant says when the call ends because of silence."""


class AssistantCustomEndpointingRule(Model):
    """Looks at what the assistant said last."""

    type: Literal["assistant"] = constant("assistant")
    """Always `assistant`."""
    regex: str
    """Regular expression that the words must match."""
    regex_options: Annotated[list[RegexOption] | None, Field(alias="regexOptions")] = None
    """Options of the regular expression."""
    timeout_seconds: Annotated[float, Field(alias="timeoutSeconds", ge=0, le=15)]
    """Seconds to wait when the rule applies."""


class BothCustomEndpointingRule(Model):
    """Looks at what the assistant and the customer said last."""

    type: Literal["both"] = constant("both")
    """Always `both`."""
    assistant_regex: Annotated[str, Field(alias="assistantRegex")]
    """Regular expression that the assistant's words must match."""
    assistant_regex_options: Annotated[list[RegexOption] | None, Field(alias="assistantRegexOptions")] = None
    """Options of the assistant's regular expression."""
    customer_regex: Annotated[str, Field(alias="customerRegex")]
    """Regular expression that the customer's words must match."""
    customer_regex_options: Annotated[list[RegexOption] | None, Field(alias="customerRegexOptions")] = None
    """Options of the customer's regular expression."""
    timeout_seconds: Annotated[float, Field(alias="timeoutSeconds", ge=0, le=15)]
    """Seconds to wait when the rule applies."""


class CustomerCustomEndpointingRule(Model):
    """Looks at what the customer said last."""

    type: Literal["customer"] = constant("customer")
    """Always `customer`."""
    regex: str
    """Regular expression that the words must match."""
    regex_options: Annotated[list[RegexOption] | None, Field(alias="regexOptions")] = None
    """Options of the regular expression."""
    timeout_seconds: Annotated[float, Field(alias="timeoutSeconds", ge=0, le=15)]
    """Seconds to wait when the rule applies."""


CustomEndpointingRule: TypeAlias = Annotated[
    AssistantCustomEndpointingRule | BothCustomEndpointingRule | CustomerCustomEndpointingRule | Unknown,
    Discriminated("type"),
]
"""A rule for when the customer has finished; `type` says whose words it looks at."""


class TranscriptionEndpointingPlan(Model):
    """How long to wait after a transcript, by what it ends with."""

    on_punctuation_seconds: Annotated[float | None, Field(alias="onPunctuationSeconds", ge=0, le=3)] = None
    """Seconds to wait after a transcript that ends with punctuation."""
    on_no_punctuation_seconds: Annotated[float | None, Field(alias="onNoPunctuationSeconds", ge=0, le=3)] = None
    """Seconds to wait after a transcript that ends without punctuation."""
    on_number_seconds: Annotated[float | None, Field(alias="onNumberSeconds", ge=0, le=3)] = None
    """Seconds to wait after a transcript that ends with a number."""


class StartSpeakingPlan(Model):
    """When the assistant starts to speak after the customer."""

    wait_seconds: Annotated[float | None, Field(alias="waitSeconds", ge=0, le=5)] = None
    """Seconds to wait before the assistant speaks."""
    smart_endpointing_enabled: Annotated[bool | None, Field(alias="smartEndpointingEnabled")] = None
    """Whether a model decides that the customer has finished."""
    custom_endpointing_rules: Annotated[list[CustomEndpointingRule] | None, Field(alias="customEndpointingRules")] = (
        None
    )
    """Rules of your own for when the customer has finished."""
    transcription_endpointing_plan: Annotated[
        TranscriptionEndpointingPlan | None, Field(alias="transcriptionEndpointingPlan")
    ] = None
    """How the transcript tells that the customer has finished."""


class StopSpeakingPlan(Model):
    """When the assistant stops speaking because the customer interrupts."""

    num_words: Annotated[float | None, Field(alias="numWords", ge=0, le=10)] = None
    """Number of words after which the customer's speech interrupts the assistant."""
    voice_seconds: Annotated[float | None, Field(alias="voiceSeconds", ge=0, le=0.5)] = None
    """Seconds of the customer's voice after which it interrupts the assistant."""
    backoff_seconds: Annotated[float | None, Field(alias="backoffSeconds", ge=0, le=10)] = None
    """Seconds that the assistant waits after an interruption before it speaks again."""
    acknowledgement_phrases: Annotated[
        list[Annotated[str, Field(max_length=240)]] | None, Field(alias="acknowledgementPhrases")
    ] = None
    """Phrases that only acknowledge and never interrupt the assistant.

    Default: `["i understand", "i see", "i got it", "i hear you", "im listening", "im with you", "right", "okay",
    "ok", "sure", "alright", "got it", "understood", "yeah", "yes", "uh-huh", "mm-hmm", "gotcha", "mhmm", "ah",
    "yeah okay", "yeah sure"]`
    """
    interruption_phrases: Annotated[
        list[Annotated[str, Field(max_length=240)]] | None, Field(alias="interruptionPhrases")
    ] = None
    """Phrases that always interrupt the assistant at once.

    Default: `["stop", "shut", "up", "enough", "quiet", "silence", "but", "dont", "not", "no", "hold", "wait",
    "cut", "pause", "nope", "nah", "nevermind", "never", "bad", "actually"]`
    """


class MonitorPlan(Model):
    """How calls are watched and steered while they run."""

    listen_enabled: Annotated[bool | None, Field(alias="listenEnabled")] = None
    """Whether one may listen to a call while it runs."""
    control_enabled: Annotated[bool | None, Field(alias="controlEnabled")] = None
    """Whether one may control a call while it runs."""


class ForwardingDestination(Model):
    """Deprecated. Where calls may be forwarded to, as the oldest page shows it."""

    number: str | None = None
    """Phone number."""
    sip_uri: Annotated[str | None, Field(alias="sipUri")] = None
    """SIP URI."""
    message: str | None = None
    """What is said before the call is forwarded."""


class AssistantProperties(Model):
    """What an assistant consists of, in requests and in responses."""

    transcriber: Transcriber | None = None
    """Options of the assistant's transcriber."""
    model: LanguageModel | None = None
    """Options of the assistant's language model (LLM)."""
    voice: Voice | None = None
    """Options of the assistant's voice."""
    first_message: Annotated[str | None, Field(alias="firstMessage")] = None
    """What the assistant says first. It may also be the URL of an audio file in a container format (mp3, wav and the
    like). When it is left out, the assistant waits for the user to speak, and the model answers.
    """
    first_message_mode: Annotated[FirstMessageMode | None, Field(alias="firstMessageMode")] = None
    """Who opens the conversation; the assistant, unless this says otherwise.

    Default: `"assistant-speaks-first"`
    """
    hipaa_enabled: Annotated[bool | None, Field(alias="hipaaEnabled")] = None
    """Keeps logs, recordings and transcriptions from being stored. Your server still receives the end-of-call-report
    message when the call ends, and may store it.

    Default: `false`
    """
    client_messages: Annotated[list[ClientMessageType] | None, Field(alias="clientMessages")] = None
    """Messages that your client SDKs receive. The `ClientMessage` schema describes the shape of each.

    Default: `["conversation-update", "function-call", "hang", "model-output", "speech-update", "status-update",
    "transfer-update", "transcript", "tool-calls", "user-interrupted", "voice-input"]`
    """
    server_messages: Annotated[list[ServerMessageType] | None, Field(alias="serverMessages")] = None
    """Messages that your server URL receives. The `ServerMessage` schema describes the shape of each.

    Default: `["conversation-update", "end-of-call-report", "function-call", "hang", "speech-update",
    "status-update", "tool-calls", "transfer-destination-request", "user-interrupted"]`
    """
    silence_timeout_seconds: Annotated[float | None, Field(alias="silenceTimeoutSeconds", ge=10, le=3600)] = None
    """Seconds of silence after which the call is ended.

    Default: `30`
    """
    max_duration_seconds: Annotated[float | None, Field(alias="maxDurationSeconds", ge=10, le=43200)] = None
    """Seconds that the call lasts at most; then it is ended. The default is 10 minutes; at an earlier age of the API
    it was 1800 seconds, about 30 minutes.

    Default: `600`
    """
    background_sound: Annotated[Open[Literal["off", "office"], str] | None, Field(alias="backgroundSound")] = None
    """Sound in the background of the call. Unless set, it is `office` for phone calls and `off` for web calls."""
    background_denoising_enabled: Annotated[bool | None, Field(alias="backgroundDenoisingEnabled")] = None
    """Filters noise and speech from the background while the user talks. Off by default as long as it is in beta.

    Default: `false`
    """
    model_output_in_messages_enabled: Annotated[bool | None, Field(alias="modelOutputInMessagesEnabled")] = None
    """Whether the conversation history holds what the model wrote in place of the transcript of the assistant's
    speech. Off by default as long as it is in beta.

    Default: `false`
    """
    transport_configurations: Annotated[list[TransportConfiguration] | None, Field(alias="transportConfigurations")] = (
        None
    )
    """Settings for the transport providers of the assistant's calls, such as Twilio. Several may be stored, for
    several providers; a call uses only the one for its own provider.
    """
    credentials: list[Credential] | None = None
    """Dynamic credentials for the assistant's calls. All stored credentials are available to a call by default; these
    come on top of them and override them.
    """
    name: Annotated[str | None, Field(max_length=40)] = None
    """Name of the assistant. Needed to transfer calls between assistants."""
    voicemail_detection: Annotated[VoicemailDetection | None, Field(alias="voicemailDetection")] = None
    """Settings of voicemail detection; also turns it off. This is the detection built into Twilio. A voicemail tool in
    `model.tools` is another way, where the model detects voicemail. Use either, both or neither; by default
    Twilio's detection is on and the tool is not there.
    """
    voicemail_message: Annotated[str | None, Field(alias="voicemailMessage", max_length=1000)] = None
    """What the assistant says when the call is forwarded to voicemail. When it is left out, the assistant hangs up."""
    end_call_message: Annotated[str | None, Field(alias="endCallMessage", max_length=1000)] = None
    """What the assistant says when it ends the call. When it is left out, it hangs up without a word."""
    end_call_phrases: Annotated[
        list[Annotated[str, Field(max_length=140, min_length=2)]] | None, Field(alias="endCallPhrases")
    ] = None
    """Phrases that end the call when the assistant speaks them, in upper or lower case."""
    metadata: dict[str, Any] | None = None
    """Data of your own to keep with the assistant."""
    analysis_plan: Annotated[AnalysisPlan | None, Field(alias="analysisPlan")] = None
    """How the assistant's calls are analysed. The outcome is stored in `call.analysis`."""
    artifact_plan: Annotated[ArtifactPlan | None, Field(alias="artifactPlan")] = None
    """Which artifacts the assistant's calls leave. They are stored in `call.artifact`.

    Note: `recordingEnabled` stands at the root for now. It is to move in here; the old place
    will go on working.
    """
    message_plan: Annotated[MessagePlan | None, Field(alias="messagePlan")] = None
    """Fixed messages that the assistant may speak during a call, such as `idleMessages`.

    Note: `firstMessage`, `voicemailMessage` and `endCallMessage` stand at the root for now.
    They are to move in here; the old places will go on working.
    """
    start_speaking_plan: Annotated[StartSpeakingPlan | None, Field(alias="startSpeakingPlan")] = None
    """When the assistant starts to speak. Worth setting when the assistant

    - is slow to answer after the customer has finished,
    - is too quick to answer after the customer has finished, or
    - is so quick that it interrupts the customer.
    """
    stop_speaking_plan: Annotated[StopSpeakingPlan | None, Field(alias="stopSpeakingPlan")] = None
    """When the assistant stops speaking because the customer interrupts. Worth setting when the
    assistant

    - is slow to notice an interruption,
    - is too quick to take something for an interruption,
    - is interrupted by phrases that only acknowledge,
    - is interrupted by noise in the background, or
    - stops badly and goes on talking right after an interruption.
    """
    monitor_plan: Annotated[MonitorPlan | None, Field(alias="monitorPlan")] = None
    """How the assistant's calls are monitored in real time.

    - `listenEnabled: true` lets one listen to calls live.
    - `controlEnabled: true` lets one control calls live.

    Note: `serverMessages`, `clientMessages`, `serverUrl` and `serverUrlSecret` stand at the
    root for now. They are to move in here; the old places will go on working.
    """
    credential_ids: Annotated[list[str] | None, Field(alias="credentialIds")] = None
    """Ids of stored credentials that the assistant's calls may use. By default they may use all of them; this narrows
    them down.
    """
    server: Server | None = None
    """Where webhooks are sent. The `ServerMessage` schema lists all webhooks and their shapes. The
    first of these URLs that is set counts:

    1. `assistant.server.url`
    2. `phoneNumber.serverUrl`
    3. `org.serverUrl`
    """
    forwarding_phone_number: Annotated[str | None, Field(alias="forwardingPhoneNumber")] = None
    """Deprecated. Phone number that calls are forwarded to."""
    forwarding_phone_numbers: Annotated[list[ForwardingDestination] | None, Field(alias="forwardingPhoneNumbers")] = (
        None
    )
    """Deprecated. Destinations that calls may be forwarded to."""
    recording_enabled: Annotated[bool | None, Field(alias="recordingEnabled")] = None
    """Deprecated. Whether the assistant's calls are recorded.

    Default: `true`
    """
    end_call_function_enabled: Annotated[bool | None, Field(alias="endCallFunctionEnabled")] = None
    """Deprecated. Whether the assistant may end the call."""
    dial_keypad_function_enabled: Annotated[bool | None, Field(alias="dialKeypadFunctionEnabled")] = None
    """Deprecated. Whether the assistant may press keys of the dial pad."""
    response_delay_seconds: Annotated[float | None, Field(alias="responseDelaySeconds")] = None
    """Deprecated. Seconds that the assistant waits at least after the user's speech before it starts to speak.

    Default: `0.4`
    """
    llm_request_delay_seconds: Annotated[float | None, Field(alias="llmRequestDelaySeconds")] = None
    """Deprecated. Seconds to wait at least after a transcription with punctuation before the model is asked.

    Default: `0.1`
    """
    llm_request_non_punctuated_delay_seconds: Annotated[
        float | None, Field(alias="llmRequestNonPunctuatedDelaySeconds")
    ] = None
    """Deprecated. Seconds to wait at least after a transcription without punctuation before the model is asked.

    Default: `1.5`
    """
    num_words_to_interrupt_assistant: Annotated[float | None, Field(alias="numWordsToInterruptAssistant")] = None
    """Deprecated. Number of words that the user must say to interrupt the assistant. Words such as "stop", "actually"
    and "no" interrupt at once whatever the number, and words such as "okay", "yeah" and "right" never do. With 0,
    voice activity detection (VAD) alone decides, and no transcription is waited for.

    Default: `0`
    """
    backchanneling_enabled: Annotated[bool | None, Field(alias="backchannelingEnabled")] = None
    """Deprecated. Whether the model says "mhmm", "ahem" and the like while the user speaks. Off by default as long as
    it is in beta.

    Default: `false`
    """
    voicemail_detection_enabled: Annotated[bool | None, Field(alias="voicemailDetectionEnabled")] = None
    """Deprecated. Whether voicemail is detected."""
    server_url: Annotated[str | None, Field(alias="serverUrl")] = None
    """Deprecated. URL that Vapi reaches your server at, by HTTP GET and POST requests: to get context, to call
    functions and to deliver end-of-call reports. Each request carries the call object and whatever else belongs to
    its message. It overrides the URLs of the organisation and of the phone number; the order of precedence is
    `tool.server.url`, `assistant.serverUrl`, `phoneNumber.serverUrl`, `org.serverUrl`.
    """
    server_url_secret: Annotated[str | None, Field(alias="serverUrlSecret")] = None
    """Deprecated. Secret that Vapi sends to your server with every request, in the header `x-vapi-secret`. The order
    of precedence is that of `serverUrl`.
    """


class CreateAssistant(AssistantProperties):
    """An assistant to create."""


class Assistant(AssistantProperties):
    """An assistant as the API stores it."""

    id: str
    """Unique identifier of the assistant."""
    org_id: Annotated[str, Field(alias="orgId")]
    """Unique identifier of the organisation that the assistant belongs to."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the assistant was created, as an ISO 8601 date-time."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the assistant was last updated, as an ISO 8601 date-time."""
    is_server_url_secret_set: Annotated[dict[str, Any] | None, Field(alias="isServerUrlSecretSet")] = None
    """Deprecated. Whether a secret for the server URL is set. An older page requires it and types it as an object."""


class UpdateAssistant(AssistantProperties):
    """What to change of an assistant. What is left out stays as it is."""


class Error(Model):
    """Body of a response that reports an error."""

    status_code: Annotated[int, Field(alias="statusCode")]
    """HTTP status code of the response."""
    message: str | list[str]
    """What is wrong. Faults of a request body come as a list, one entry for each."""
    error: str | None = None
    """Name of the status code, such as `Bad Request`."""
