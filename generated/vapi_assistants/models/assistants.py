"""Models of `assistants`."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from .._core import DateTime, Discriminated, Model, Open, Unknown, Uuid, constant

AssemblyAILanguage: TypeAlias = Open[
    Literal["ar", "da", "de", "en", "es", "fi", "fr", "he", "hi", "it", "ja", "nl", "no", "pt", "sv", "tr", "vi", "zh"],
    str,
]
"""Language that AssemblyAI transcribes."""


AssemblyAISpeechModel: TypeAlias = Open[
    Literal["universal-3-5-pro", "universal-streaming-english", "universal-streaming-multilingual"], str
]
"""Model of AssemblyAI."""


class FallbackAssemblyAITranscriber(Model):
    """Transcription by AssemblyAI to fall back on."""

    provider: Literal["assembly-ai"] = constant("assembly-ai")
    """Always `assembly-ai`."""
    language: Open[Literal["en", "multi"], str] | None = None
    """Language that is spoken."""
    realtime_url: Annotated[str | None, Field(alias="realtimeUrl")] = None
    """WebSocket URL of the real-time service, in place of the usual one."""
    word_boost: Annotated[list[Annotated[str, Field(max_length=2500)]] | None, Field(alias="wordBoost")] = None
    """Words and phrases that the transcriber should expect."""
    end_utterance_silence_threshold: Annotated[float | None, Field(alias="endUtteranceSilenceThreshold")] = None
    """Length of silence after which an utterance counts as ended."""
    disable_partial_transcripts: Annotated[bool | None, Field(alias="disablePartialTranscripts")] = None
    """Whether transcripts of unfinished utterances are left out."""
    confidence_threshold: Annotated[float | None, Field(alias="confidenceThreshold", ge=0, le=1)] = None
    """Lowest confidence at which a transcript is accepted."""
    format_turns: Annotated[bool | None, Field(alias="formatTurns")] = None
    """Whether finished turns are formatted for reading."""
    end_of_turn_confidence_threshold: Annotated[
        float | None, Field(alias="endOfTurnConfidenceThreshold", ge=0, le=1)
    ] = None
    """Confidence at which the speaker counts as finished."""
    min_end_of_turn_silence_when_confident: Annotated[
        float | None, Field(alias="minEndOfTurnSilenceWhenConfident", ge=0)
    ] = None
    """Shortest silence that ends a turn when the transcriber is confident."""
    max_turn_silence: Annotated[float | None, Field(alias="maxTurnSilence", ge=0)] = None
    """Silence after which a turn ends in any case."""
    vad_assisted_endpointing_enabled: Annotated[bool | None, Field(alias="vadAssistedEndpointingEnabled")] = None
    """Whether voice activity detection (VAD) helps to find the end of a turn."""
    mode: Open[Literal["balanced", "max_accuracy", "min_latency"], str] | None = None
    """Whether accuracy or latency counts more."""
    prompt: Annotated[str | None, Field(max_length=1750)] = None
    """Prompt that tells the transcriber what to expect."""
    agent_context: Annotated[str | None, Field(alias="agentContext", max_length=1750)] = None
    """What the transcriber should know of the assistant."""
    language_codes: Annotated[list[AssemblyAILanguage] | None, Field(alias="languageCodes")] = None
    """Languages that may be spoken."""
    speech_model: Annotated[AssemblyAISpeechModel | None, Field(alias="speechModel")] = None
    """AssemblyAI model."""
    keyterms_prompt: Annotated[list[Annotated[str, Field(max_length=50)]] | None, Field(alias="keytermsPrompt")] = None
    """Terms that the transcriber should expect."""
    word_finalization_max_wait_time: Annotated[float | None, Field(alias="wordFinalizationMaxWaitTime", ge=0)] = None
    """Deprecated. Longest wait before a word becomes final."""


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


class FallbackAzureSpeechTranscriber(Model):
    """Transcription by Azure Speech to fall back on."""

    provider: Literal["azure"] = constant("azure")
    """Always `azure`."""
    language: AzureSpeechLanguage | None = None
    """Language and region that are spoken."""
    segmentation_strategy: Annotated[
        Open[Literal["Default", "Semantic", "Time"], str] | None, Field(alias="segmentationStrategy")
    ] = None
    """How speech is cut into segments."""
    segmentation_silence_timeout_ms: Annotated[
        float | None, Field(alias="segmentationSilenceTimeoutMs", ge=100, le=5000)
    ] = None
    """Milliseconds of silence that end a segment."""
    segmentation_maximum_time_ms: Annotated[
        float | None, Field(alias="segmentationMaximumTimeMs", ge=20000, le=70000)
    ] = None
    """Milliseconds that a segment lasts at most."""


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
        "yo",
        "yue",
        "za",
        "zh",
        "zu",
    ],
    str,
]
"""Language, by its two-letter code of ISO 639-1."""


class FallbackCartesiaTranscriber(Model):
    """Transcription by Cartesia to fall back on."""

    provider: Literal["cartesia"] = constant("cartesia")
    """Always `cartesia`."""
    model: Open[Literal["ink-2", "ink-whisper"], str] | None = None
    """Cartesia model."""
    language: ISOLanguage | None = None
    """Language that is spoken."""


class BackoffPlan(Model):
    """How requests that failed are sent again."""

    type: Open[Literal["exponential", "fixed"], str]
    """Whether the delay stays the same or grows exponentially."""
    max_retries: Annotated[float, Field(alias="maxRetries", ge=0, le=10)]
    """How often a request is sent again at most."""
    base_delay_seconds: Annotated[float, Field(alias="baseDelaySeconds", ge=0, le=10)]
    """Seconds before the first retry."""
    excluded_status_codes: Annotated[list[int | dict[str, Any]] | None, Field(alias="excludedStatusCodes")] = None
    """Status codes after which a request is not sent again. The documentation types them as objects; numbers are
    accepted too.
    """


class Server(Model):
    """A server of yours that webhooks are sent to."""

    timeout_seconds: Annotated[float | None, Field(alias="timeoutSeconds", ge=1, le=300)] = None
    """Seconds that the server may take to answer."""
    url: str | None = None
    """URL that webhooks are sent to."""
    headers: dict[str, Any] | None = None
    """Headers that are sent along with every request."""
    backoff_plan: Annotated[BackoffPlan | None, Field(alias="backoffPlan")] = None
    """How requests that failed are sent again."""
    credential_id: Annotated[str | None, Field(alias="credentialId")] = None
    """Id of the stored credential that requests are authenticated with."""
    static_ip_addresses_enabled: Annotated[bool | None, Field(alias="staticIpAddressesEnabled")] = None
    """Whether requests come from fixed addresses."""
    encrypted_paths: Annotated[list[str] | None, Field(alias="encryptedPaths")] = None
    """Paths of the values in requests that are encrypted."""
    secret: str | None = None
    """Deprecated. Secret that is sent along with every request, in the header `x-vapi-secret`."""


class FallbackCustomTranscriber(Model):
    """Transcription by a server of your own to fall back on."""

    provider: Literal["custom-transcriber"] = constant("custom-transcriber")
    """Always `custom-transcriber`."""
    server: Server
    """Server that transcribes."""


DeepgramModelName: TypeAlias = Open[
    Literal[
        "base",
        "base-conversationalai",
        "base-finance",
        "base-general",
        "base-meeting",
        "base-phonecall",
        "base-video",
        "base-voicemail",
        "enhanced",
        "enhanced-finance",
        "enhanced-general",
        "enhanced-meeting",
        "enhanced-phonecall",
        "flux-general-en",
        "flux-general-multi",
        "nova",
        "nova-2",
        "nova-2-automotive",
        "nova-2-conversationalai",
        "nova-2-drivethru",
        "nova-2-finance",
        "nova-2-general",
        "nova-2-medical",
        "nova-2-meeting",
        "nova-2-phonecall",
        "nova-2-video",
        "nova-2-voicemail",
        "nova-3",
        "nova-3-general",
        "nova-3-medical",
        "nova-general",
        "nova-medical",
        "nova-phonecall",
        "whisper",
    ],
    str,
]
"""Model of Deepgram."""


DeepgramLanguage: TypeAlias = Open[
    Literal[
        "ar",
        "az",
        "ba",
        "be",
        "bg",
        "bn",
        "br",
        "bs",
        "ca",
        "cs",
        "da",
        "da-DK",
        "de",
        "de-CH",
        "el",
        "en",
        "en-AU",
        "en-CA",
        "en-GB",
        "en-IE",
        "en-IN",
        "en-NZ",
        "en-US",
        "es",
        "es-419",
        "es-LATAM",
        "et",
        "eu",
        "fa",
        "fi",
        "fr",
        "fr-CA",
        "ha",
        "haw",
        "he",
        "hi",
        "hi-Latn",
        "hr",
        "hu",
        "id",
        "is",
        "it",
        "ja",
        "jw",
        "kn",
        "ko",
        "ko-KR",
        "ln",
        "lt",
        "lv",
        "mk",
        "mr",
        "ms",
        "multi",
        "nl",
        "nl-BE",
        "no",
        "pl",
        "pt",
        "pt-BR",
        "pt-PT",
        "ro",
        "ru",
        "sk",
        "sl",
        "sn",
        "so",
        "sr",
        "su",
        "sv",
        "sv-SE",
        "ta",
        "taq",
        "te",
        "th",
        "th-TH",
        "tl",
        "tr",
        "tt",
        "uk",
        "ur",
        "vi",
        "yo",
        "zh",
        "zh-CN",
        "zh-Hans",
        "zh-Hant",
        "zh-HK",
        "zh-TW",
    ],
    str,
]
"""Language that Deepgram transcribes."""


DeepgramRedaction: TypeAlias = Open[Literal["numbers", "pci", "phi", "pii"], str]
"""Kind of data that Deepgram blacks out."""


class FallbackDeepgramTranscriber(Model):
    """Transcription by Deepgram to fall back on."""

    provider: Literal["deepgram"] = constant("deepgram")
    """Always `deepgram`."""
    model: DeepgramModelName | str | None = None
    """Deepgram model; one of those listed or any other that Deepgram knows."""
    language: DeepgramLanguage | None = None
    """Language that is spoken."""
    smart_format: Annotated[bool | None, Field(alias="smartFormat")] = None
    """Whether Deepgram formats numbers, dates and the like for reading."""
    mip_opt_out: Annotated[bool | None, Field(alias="mipOptOut")] = None
    """Whether to opt out of Deepgram's Model Improvement Program.

    Default: `false`
    """
    keywords: (
        list[
            Annotated[
                str,
                Field(
                    pattern="^(?:[^\\x00-@\\[-`{-\\u00A9\\u00AB-\\u00B4\\u00B6-\\u00B9\\u00BB-\\u00BF\\u00D7\\u00F7\\u2000-\\u206F\\u20A0-\\u20CF\\u2190-\\u2BFF][^\\x00-/:-@\\[-`{-\\u00A9\\u00AB-\\u00B4\\u00B6-\\u00B9\\u00BB-\\u00BF\\u00D7\\u00F7\\u2000-\\u206F\\u20A0-\\u20CF\\u2190-\\u2BFF]*(?::[+-]?[0-9]+)?|<string>)$"
                ),
            ]
        ]
        | None
    ) = None
    """Words that the transcriber should expect, each optionally with an intensifier, as in `vapi:3`."""
    endpointing: Annotated[float | None, Field(ge=10, le=500)] = None
    """Length of silence after which Deepgram takes an utterance as ended."""
    numerals: bool | None = None
    """Whether numbers are written in digits."""
    profanity_filter: Annotated[bool | None, Field(alias="profanityFilter")] = None
    """Whether profanity is left out."""
    redaction: list[DeepgramRedaction] | None = None
    """Kinds of data that are blacked out in the transcript."""
    confidence_threshold: Annotated[float | None, Field(alias="confidenceThreshold", ge=0, le=1)] = None
    """Lowest confidence at which a transcript is accepted."""
    eot_threshold: Annotated[float | None, Field(alias="eotThreshold", ge=0.5, le=0.9)] = None
    """Confidence at which a turn counts as ended."""
    eot_timeout_ms: Annotated[float | None, Field(alias="eotTimeoutMs", ge=500, le=10000)] = None
    """Milliseconds after which a turn ends in any case."""
    languages: list[str] | None = None
    """Languages that may be spoken."""
    keyterm: list[str] | None = None
    """Terms that the transcriber should expect."""


class FallbackElevenLabsTranscriber(Model):
    """Transcription by ElevenLabs to fall back on."""

    provider: Literal["11labs"] = constant("11labs")
    """Always `11labs`."""
    model: Open[Literal["scribe_v1", "scribe_v2", "scribe_v2_realtime"], str] | None = None
    """ElevenLabs model."""
    language: ISOLanguage | None = None
    """Language that is spoken."""
    silence_threshold_seconds: Annotated[float | None, Field(alias="silenceThresholdSeconds", ge=0.3, le=3)] = None
    """Seconds of silence that end an utterance."""
    confidence_threshold: Annotated[float | None, Field(alias="confidenceThreshold", ge=0.1, le=0.9)] = None
    """Confidence at which sound counts as speech."""
    min_speech_duration_ms: Annotated[float | None, Field(alias="minSpeechDurationMs", ge=50, le=2000)] = None
    """Milliseconds that speech must last to count."""
    min_silence_duration_ms: Annotated[float | None, Field(alias="minSilenceDurationMs", ge=50, le=2000)] = None
    """Milliseconds that silence must last to count."""


GladiaLanguageBehaviour: TypeAlias = Open[
    Literal["automatic multiple languages", "automatic single language", "manual"], str
]
"""Whether the language is given, found once, or found over and over."""


GladiaLanguage: TypeAlias = Open[
    Literal[
        "af",
        "am",
        "ar",
        "as",
        "az",
        "ba",
        "be",
        "bg",
        "bn",
        "bo",
        "br",
        "bs",
        "ca",
        "cs",
        "cy",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "eu",
        "fa",
        "fi",
        "fo",
        "fr",
        "gl",
        "gu",
        "ha",
        "haw",
        "he",
        "hi",
        "hr",
        "ht",
        "hu",
        "hy",
        "id",
        "is",
        "it",
        "ja",
        "jp",
        "jv",
        "ka",
        "kk",
        "km",
        "kn",
        "ko",
        "la",
        "lb",
        "ln",
        "lo",
        "lt",
        "lv",
        "mg",
        "mi",
        "mk",
        "ml",
        "mn",
        "mr",
        "ms",
        "mt",
        "my",
        "mymr",
        "ne",
        "nl",
        "nn",
        "no",
        "oc",
        "pa",
        "pl",
        "ps",
        "pt",
        "ro",
        "ru",
        "sa",
        "sd",
        "si",
        "sk",
        "sl",
        "sn",
        "so",
        "sq",
        "sr",
        "su",
        "sv",
        "sw",
        "ta",
        "te",
        "tg",
        "th",
        "tk",
        "tl",
        "tr",
        "tt",
        "uk",
        "ur",
        "uz",
        "vi",
        "yi",
        "yo",
        "zh",
    ],
    str,
]
"""Language that Gladia transcribes."""


class GladiaVocabularyItem(Model):
    """A word of the vocabulary."""

    value: str
    """The word."""
    pronunciations: list[str] | None = None
    """How the word may be pronounced."""
    intensity: Annotated[float | None, Field(ge=0, le=1)] = None
    """Weight of the word."""
    language: str | None = None
    """Language of the word."""


class GladiaCustomVocabulary(Model):
    """Vocabulary of your own for Gladia."""

    vocabulary: list[str | GladiaVocabularyItem]
    """Words, each alone or with how it is pronounced."""
    default_intensity: Annotated[float | None, Field(alias="defaultIntensity", ge=0, le=1)] = None
    """Weight of words that give none themselves.

    Default: `0.5`
    """


class FallbackGladiaTranscriber(Model):
    """Transcription by Gladia to fall back on."""

    provider: Literal["gladia"] = constant("gladia")
    """Always `gladia`."""
    model: Open[Literal["accurate", "fast", "solaria-1"], str] | None = None
    """Gladia model."""
    language_behaviour: Annotated[GladiaLanguageBehaviour | None, Field(alias="languageBehaviour")] = None
    """Whether the language is given, found once, or found over and over."""
    language: GladiaLanguage | None = None
    """Language that is spoken."""
    transcription_hint: Annotated[str | None, Field(alias="transcriptionHint", max_length=600)] = None
    """Text that tells the transcriber what to expect."""
    prosody: bool | None = None
    """Whether the transcript notes the prosody, such as laughter."""
    audio_enhancer: Annotated[bool | None, Field(alias="audioEnhancer")] = None
    """Whether the audio is enhanced before it is transcribed."""
    languages: list[GladiaLanguage] | None = None
    """Languages that may be spoken."""
    confidence_threshold: Annotated[float | None, Field(alias="confidenceThreshold", ge=0, le=1)] = None
    """Lowest confidence at which a transcript is accepted."""
    endpointing: Annotated[float | None, Field(ge=0.01, le=10)] = None
    """Seconds of silence after which an utterance counts as ended."""
    speech_threshold: Annotated[float | None, Field(alias="speechThreshold", ge=0, le=1)] = None
    """How sure the transcriber must be that sound is speech."""
    custom_vocabulary_enabled: Annotated[bool | None, Field(alias="customVocabularyEnabled")] = None
    """Whether the vocabulary of your own is used."""
    custom_vocabulary_config: Annotated[GladiaCustomVocabulary | None, Field(alias="customVocabularyConfig")] = None
    """Vocabulary of your own."""
    region: Open[Literal["eu-west", "us-west"], str] | None = None
    """Region that audio is processed in."""
    receive_partial_transcripts: Annotated[bool | None, Field(alias="receivePartialTranscripts")] = None
    """Whether transcripts of unfinished utterances are sent."""


GoogleModelName: TypeAlias = Open[
    Literal[
        "gemini-1.0-pro",
        "gemini-1.5-flash",
        "gemini-1.5-flash-002",
        "gemini-1.5-pro",
        "gemini-1.5-pro-002",
        "gemini-2.0-flash",
        "gemini-2.0-flash-exp",
        "gemini-2.0-flash-lite",
        "gemini-2.0-flash-realtime-exp",
        "gemini-2.0-flash-thinking-exp",
        "gemini-2.0-pro-exp-02-05",
        "gemini-2.5-flash",
        "gemini-2.5-flash-lite",
        "gemini-2.5-pro",
        "gemini-3-flash-preview",
        "gemini-3.1-flash-lite",
        "gemini-3.5-flash",
    ],
    str,
]
"""Model of Google."""


GoogleTranscriberLanguage: TypeAlias = Open[
    Literal[
        "Arabic",
        "Bengali",
        "Bulgarian",
        "Chinese",
        "Croatian",
        "Czech",
        "Danish",
        "Dutch",
        "English",
        "Estonian",
        "Finnish",
        "French",
        "German",
        "Greek",
        "Hebrew",
        "Hindi",
        "Hungarian",
        "Indonesian",
        "Italian",
        "Japanese",
        "Korean",
        "Latvian",
        "Lithuanian",
        "Multilingual",
        "Norwegian",
        "Polish",
        "Portuguese",
        "Romanian",
        "Russian",
        "Serbian",
        "Slovak",
        "Slovenian",
        "Spanish",
        "Swahili",
        "Swedish",
        "Thai",
        "Turkish",
        "Ukrainian",
        "Vietnamese",
    ],
    str,
]
"""Language that Gemini transcribes."""


class FallbackGoogleTranscriber(Model):
    """Transcription by Google to fall back on."""

    provider: Literal["google"] = constant("google")
    """Always `google`."""
    model: GoogleModelName | None = None
    """Gemini model that transcribes."""
    language: GoogleTranscriberLanguage | None = None
    """Language that is spoken."""


OpenAITranscriberLanguage: TypeAlias = Open[
    Literal[
        "af",
        "ar",
        "az",
        "be",
        "bg",
        "bs",
        "ca",
        "cs",
        "cy",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "fa",
        "fi",
        "fr",
        "gl",
        "he",
        "hi",
        "hr",
        "hu",
        "hy",
        "id",
        "is",
        "it",
        "ja",
        "kk",
        "kn",
        "ko",
        "lt",
        "lv",
        "mi",
        "mk",
        "mr",
        "ms",
        "ne",
        "nl",
        "no",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sr",
        "sv",
        "sw",
        "ta",
        "th",
        "tl",
        "tr",
        "uk",
        "ur",
        "vi",
        "zh",
    ],
    str,
]
"""Language that OpenAI transcribes."""


class FallbackOpenAITranscriber(Model):
    """Transcription by OpenAI to fall back on."""

    provider: Literal["openai"] = constant("openai")
    """Always `openai`."""
    model: Open[Literal["gpt-4o-mini-transcribe", "gpt-4o-transcribe"], str]
    """OpenAI model."""
    language: OpenAITranscriberLanguage | None = None
    """Language that is spoken."""


class SonioxContextGeneralItem(Model):
    """A fact about the conversation."""

    key: Annotated[str, Field(min_length=1)]
    """What the fact is about."""
    value: Annotated[str, Field(min_length=1)]
    """The fact."""


class FallbackSonioxTranscriber(Model):
    """Transcription by Soniox to fall back on."""

    provider: Literal["soniox"] = constant("soniox")
    """Always `soniox`."""
    model: Open[Literal["stt-rt-v4", "stt-rt-v5"], str] | None = None
    """Soniox model."""
    language: ISOLanguage | None = None
    """Language that is spoken."""
    languages: list[ISOLanguage] | None = None
    """Languages that may be spoken."""
    language_hints_strict: Annotated[bool | None, Field(alias="languageHintsStrict")] = None
    """Whether only the given languages are taken into account."""
    max_endpoint_delay_ms: Annotated[float | None, Field(alias="maxEndpointDelayMs", ge=500, le=3000)] = None
    """Milliseconds after the end of speech at which the utterance ends at the latest."""
    custom_vocabulary: Annotated[list[str] | None, Field(alias="customVocabulary")] = None
    """Words that the transcriber should expect."""
    context_general: Annotated[list[SonioxContextGeneralItem] | None, Field(alias="contextGeneral")] = None
    """What the transcriber should know of the conversation."""


SpeechmaticsLanguage: TypeAlias = Open[
    Literal[
        "ar",
        "ar_en",
        "auto",
        "ba",
        "be",
        "bg",
        "bn",
        "ca",
        "cmn",
        "cmn_en",
        "cs",
        "cy",
        "da",
        "de",
        "el",
        "en",
        "en_es",
        "en_ms",
        "en_ta",
        "eo",
        "es",
        "et",
        "eu",
        "fa",
        "fi",
        "fr",
        "ga",
        "gl",
        "he",
        "hi",
        "hr",
        "hu",
        "ia",
        "id",
        "it",
        "ja",
        "ko",
        "lt",
        "lv",
        "mn",
        "mr",
        "ms",
        "mt",
        "nl",
        "no",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sv",
        "sw",
        "ta",
        "th",
        "tl",
        "tr",
        "ug",
        "uk",
        "ur",
        "vi",
        "yue",
    ],
    str,
]
"""Language that Speechmatics transcribes; `auto` finds out."""


class SpeechmaticsCustomVocabularyItem(Model):
    """A word of the vocabulary."""

    content: Annotated[str, Field(min_length=1)]
    """The word."""
    sounds_like: Annotated[list[str] | None, Field(alias="soundsLike")] = None
    """How the word may sound."""


class FallbackSpeechmaticsTranscriber(Model):
    """Transcription by Speechmatics to fall back on."""

    provider: Literal["speechmatics"] = constant("speechmatics")
    """Always `speechmatics`."""
    model: Open[Literal["default"], str] | None = None
    """Always `default`."""
    language: SpeechmaticsLanguage | None = None
    """Language that is spoken."""
    operating_point: Annotated[Open[Literal["enhanced", "standard"], str] | None, Field(alias="operatingPoint")] = None
    """Whether speed (`standard`) or accuracy (`enhanced`) counts more.

    Default: `"enhanced"`
    """
    region: Open[Literal["eu", "us"], str] | None = None
    """Region that audio is processed in.

    Default: `"eu"`
    """
    enable_diarization: Annotated[bool | None, Field(alias="enableDiarization")] = None
    """Whether speakers are told apart.

    Default: `false`
    """
    max_delay: Annotated[float | None, Field(alias="maxDelay", ge=500, le=10000)] = None
    """Milliseconds that a final transcript may be late.

    Default: `3000`
    """
    custom_vocabulary: Annotated[list[SpeechmaticsCustomVocabularyItem], Field(alias="customVocabulary")]
    """Words that the transcriber should expect."""
    numeral_style: Annotated[Open[Literal["spoken", "written"], str] | None, Field(alias="numeralStyle")] = None
    """Whether numbers take their written or their spoken form.

    Default: `"written"`
    """
    end_of_turn_sensitivity: Annotated[float | None, Field(alias="endOfTurnSensitivity", ge=0, le=1)] = None
    """How readily a turn counts as ended.

    Default: `0.5`
    """
    remove_disfluencies: Annotated[bool | None, Field(alias="removeDisfluencies")] = None
    """Whether hesitations such as "um" are left out.

    Default: `false`
    """
    minimum_speech_duration: Annotated[float | None, Field(alias="minimumSpeechDuration", ge=0, le=5)] = None
    """Shortest speech that counts.

    Default: `0`
    """


TalkscriberLanguage: TypeAlias = Open[
    Literal[
        "af",
        "am",
        "ar",
        "as",
        "az",
        "ba",
        "be",
        "bg",
        "bn",
        "bo",
        "br",
        "bs",
        "ca",
        "cs",
        "cy",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "eu",
        "fa",
        "fi",
        "fo",
        "fr",
        "gl",
        "gu",
        "ha",
        "haw",
        "he",
        "hi",
        "hr",
        "ht",
        "hu",
        "hy",
        "id",
        "is",
        "it",
        "ja",
        "jw",
        "ka",
        "kk",
        "km",
        "kn",
        "ko",
        "la",
        "lb",
        "ln",
        "lo",
        "lt",
        "lv",
        "mg",
        "mi",
        "mk",
        "ml",
        "mn",
        "mr",
        "ms",
        "mt",
        "my",
        "ne",
        "nl",
        "nn",
        "no",
        "oc",
        "pa",
        "pl",
        "ps",
        "pt",
        "ro",
        "ru",
        "sa",
        "sd",
        "si",
        "sk",
        "sl",
        "sn",
        "so",
        "sq",
        "sr",
        "su",
        "sv",
        "sw",
        "ta",
        "te",
        "tg",
        "th",
        "tk",
        "tl",
        "tr",
        "tt",
        "uk",
        "ur",
        "uz",
        "vi",
        "yi",
        "yo",
        "yue",
        "zh",
    ],
    str,
]
"""Language that Talkscriber transcribes."""


class FallbackTalkscriberTranscriber(Model):
    """Transcription by Talkscriber to fall back on."""

    provider: Literal["talkscriber"] = constant("talkscriber")
    """Always `talkscriber`."""
    model: Open[Literal["whisper"], str] | None = None
    """Talkscriber model."""
    language: TalkscriberLanguage | None = None
    """Language that is spoken."""


XaiTranscriberLanguage: TypeAlias = Open[
    Literal[
        "ar",
        "cs",
        "da",
        "de",
        "en",
        "es",
        "fa",
        "fil",
        "fr",
        "hi",
        "id",
        "it",
        "ja",
        "ko",
        "mk",
        "ms",
        "nl",
        "pl",
        "pt",
        "ro",
        "ru",
        "sv",
        "th",
        "tr",
        "vi",
    ],
    str,
]
"""Language that xAI transcribes."""


class FallbackXaiTranscriber(Model):
    """Transcription by xAI to fall back on."""

    provider: Literal["xai"] = constant("xai")
    """Always `xai`."""
    model: Open[Literal["default"], str] | None = None
    """Always `default`."""
    language: XaiTranscriberLanguage | None = None
    """Language that is spoken."""


FallbackTranscriber: TypeAlias = Annotated[
    FallbackAssemblyAITranscriber
    | FallbackAzureSpeechTranscriber
    | FallbackCartesiaTranscriber
    | FallbackCustomTranscriber
    | FallbackDeepgramTranscriber
    | FallbackElevenLabsTranscriber
    | FallbackGladiaTranscriber
    | FallbackGoogleTranscriber
    | FallbackOpenAITranscriber
    | FallbackSonioxTranscriber
    | FallbackSpeechmaticsTranscriber
    | FallbackTalkscriberTranscriber
    | FallbackXaiTranscriber
    | Unknown,
    Discriminated("provider"),
]
"""A transcriber that takes over when the one before it fails; `provider` says which."""


class FallbackTranscriberPlan(Model):
    """Transcribers that take over when the assistant's own transcriber fails."""

    transcribers: list[FallbackTranscriber] | None = None
    """The fallback transcribers, in the order in which they are tried."""


class TranscriberProperties(Model):
    """What transcribers take, beside what they share with the fallback transcriber of their provider."""

    fallback_plan: Annotated[FallbackTranscriberPlan | None, Field(alias="fallbackPlan")] = None
    """What takes over when this transcriber fails."""


class AssemblyAITranscriber(FallbackAssemblyAITranscriber, TranscriberProperties):
    """Transcription by AssemblyAI."""


class AzureSpeechTranscriber(FallbackAzureSpeechTranscriber, TranscriberProperties):
    """Transcription by Azure Speech."""


class CartesiaTranscriber(FallbackCartesiaTranscriber, TranscriberProperties):
    """Transcription by Cartesia."""


class CustomTranscriber(FallbackCustomTranscriber, TranscriberProperties):
    """Transcription by a server of your own."""


class DeepgramTranscriber(FallbackDeepgramTranscriber, TranscriberProperties):
    """Transcription by Deepgram."""

    code_switching_enabled: Annotated[bool | None, Field(alias="codeSwitchingEnabled")] = None
    """Deprecated. Whether the speaker may change languages on the way."""


class ElevenLabsTranscriber(FallbackElevenLabsTranscriber, TranscriberProperties):
    """Transcription by ElevenLabs."""


class GladiaTranscriber(FallbackGladiaTranscriber, TranscriberProperties):
    """Transcription by Gladia."""


class GoogleTranscriber(FallbackGoogleTranscriber, TranscriberProperties):
    """Transcription by Google."""


class OpenAITranscriber(FallbackOpenAITranscriber, TranscriberProperties):
    """Transcription by OpenAI."""


class SonioxTranscriber(FallbackSonioxTranscriber, TranscriberProperties):
    """Transcription by Soniox."""


class SpeechmaticsTranscriber(FallbackSpeechmaticsTranscriber, TranscriberProperties):
    """Transcription by Speechmatics."""


class TalkscriberTranscriber(FallbackTalkscriberTranscriber, TranscriberProperties):
    """Transcription by Talkscriber."""


class VapiTranscriber(Model):
    """Transcription by Vapi."""

    provider: Literal["vapi"] = constant("vapi")
    """Always `vapi`."""
    version: Open[Literal["1", "latest"], str] | None = None
    """Version of the transcriber."""
    language: ISOLanguage | None = None
    """Language that is spoken."""
    languages: list[ISOLanguage] | None = None
    """Languages that may be spoken."""
    keywords: list[str] | None = None
    """Words that the transcriber should expect."""
    turn_taking: Annotated[Open[Literal["intelligent", "manual"], str] | None, Field(alias="turnTaking")] = None
    """Whether the transcriber decides when a turn ends."""


class XaiTranscriber(FallbackXaiTranscriber, TranscriberProperties):
    """Transcription by xAI."""


Transcriber: TypeAlias = Annotated[
    AssemblyAITranscriber
    | AzureSpeechTranscriber
    | CartesiaTranscriber
    | CustomTranscriber
    | DeepgramTranscriber
    | ElevenLabsTranscriber
    | GladiaTranscriber
    | GoogleTranscriber
    | OpenAITranscriber
    | SonioxTranscriber
    | SpeechmaticsTranscriber
    | TalkscriberTranscriber
    | VapiTranscriber
    | XaiTranscriber
    | Unknown,
    Discriminated("provider"),
]
"""The transcriber that turns the caller's speech into text; `provider` says which."""


class OpenAIMessage(Model):
    """A message of the conversation with the model."""

    content: Annotated[str | None, Field(max_length=100000000)]
    """Text of the message, or null."""
    role: Open[Literal["assistant", "function", "system", "tool", "user"], str]
    """Who the message is from."""
    function_call: dict[str, Any] | None = None
    """Deprecated. Function that the assistant called."""
    tool_calls: list[dict[str, Any]] | None = None
    """Deprecated. Tools that the assistant called."""


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


ComparisonOperator: TypeAlias = Open[Literal["eq", "gt", "gte", "lt", "lte", "neq"], str]
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
    role: Open[Literal["assistant", "system"], str] | None = None
    """Whether the assistant says the message (`assistant`) or the model reads it (`system`)."""


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
    blocking: bool | None = None
    """Whether the tool runs only once the message is spoken.

    Default: `false`
    """


ToolMessage: TypeAlias = Annotated[
    ToolMessageComplete | ToolMessageDelayed | ToolMessageFailed | ToolMessageStart | Unknown, Discriminated("type")
]
"""What the assistant says about the use of a tool; `type` says when."""


class LiquidCondition(Model):
    """Holds when a Liquid template yields true."""

    type: Literal["liquid"] = constant("liquid")
    """Always `liquid`."""
    liquid: str
    """The template."""


class MessageTarget(Model):
    """A message of the conversation."""

    role: Open[Literal["assistant", "user"], str] | None = None
    """Who the message is from."""
    position: float | None = None
    """Place of the message in the conversation."""


class RegexCondition(Model):
    """Holds when a message matches a regular expression."""

    type: Literal["regex"] = constant("regex")
    """Always `regex`."""
    regex: str
    """The regular expression."""
    target: MessageTarget | None = None
    """Message that is looked at."""
    negate: bool | None = None
    """Whether the condition holds when there is no match."""


class GroupCondition(Model):
    """Joins conditions."""

    type: Literal["group"] = constant("group")
    """Always `group`."""
    operator: Open[Literal["AND", "OR"], str]
    """Whether all of them must hold or one."""
    conditions: "list[RejectionCondition]"
    """The conditions."""


RejectionCondition: TypeAlias = Annotated[
    GroupCondition | LiquidCondition | RegexCondition | Unknown, Discriminated("type")
]
"""A condition under which a tool call is refused; `type` says what is looked at."""


class ToolRejectionPlan(Model):
    """When a call of a tool is refused."""

    conditions: list[RejectionCondition] | None = None
    """Conditions under which the call is refused."""


class ToolProperties(Model):
    """What all tools take."""

    messages: list[ToolMessage] | None = None
    """What the assistant says while the tool runs and once it has run."""
    rejection_plan: Annotated[ToolRejectionPlan | None, Field(alias="rejectionPlan")] = None
    """When a call of the tool is refused."""


class ToolParameter(Model):
    """A value that goes along with what the model fills in."""

    key: str
    """Name of the value."""
    value: str | float | bool | dict[str, Any] | list[Any]
    """The value."""


JsonSchemaType: TypeAlias = Open[Literal["array", "boolean", "integer", "number", "object", "string"], str]
"""Type of a value, as JSON Schema names it."""


JsonSchemaFormat: TypeAlias = Open[
    Literal["date", "date-time", "duration", "email", "hostname", "ipv4", "ipv6", "time", "uuid"], str
]
"""Format of a string, as JSON Schema names it."""


class JsonSchema(Model):
    """The part of JSON Schema that the API takes."""

    type: JsonSchemaType
    """Type of the value."""
    items: "JsonSchema | dict[str, Any] | None" = None
    """Schema of the items of an array."""
    properties: "dict[str, JsonSchema | dict[str, Any]] | None" = None
    """Schemas of an object's properties, by name. Needed where `type` is `object`."""
    description: str | None = None
    """What the value stands for."""
    required: list[str] | None = None
    """Names of the properties that must be there."""
    enum: list[str] | None = None
    """Allowed values."""
    pattern: str | None = None
    """Regular expression that a string must match."""
    format: JsonSchemaFormat | None = None
    """Format of a string."""
    title: str | None = None
    """Title of the value."""
    regex: str | None = None
    """Deprecated. Regular expression that a string must match."""
    value: str | None = None
    """Deprecated. Value that is taken as it is."""
    target: str | None = None
    """Deprecated. Variable that the value is stored in."""


class VariableExtractionAlias(Model):
    """A name for a part of the data."""

    key: Annotated[str, Field(max_length=40, min_length=1, pattern="^[a-zA-Z][a-zA-Z0-9_]*$")]
    """The name: a letter, then letters, digits and underscores."""
    value: Annotated[str, Field(max_length=10000)]
    """Liquid template that yields the value."""


class VariableExtractionPlan(Model):
    """Which variables are taken from a text or a response."""

    schema_: Annotated[JsonSchema | None, Field(alias="schema")] = None
    """Schema of the data that is taken."""
    aliases: list[VariableExtractionAlias] | None = None
    """Names that parts of the data are known by."""


class ApiRequestTool(ToolProperties):
    """Sends an HTTP request."""

    type: Literal["apiRequest"] = constant("apiRequest")
    """Always `apiRequest`."""
    name: Annotated[str | None, Field(max_length=40, pattern="^[a-zA-Z0-9_-]{1,40}$")] = None
    """Name of the tool: up to 40 letters, digits, underscores and hyphens."""
    method: Open[Literal["DELETE", "GET", "PATCH", "POST", "PUT"], str]
    """Method of the request."""
    timeout_seconds: Annotated[float | None, Field(alias="timeoutSeconds", ge=1, le=300)] = None
    """Seconds that the request may take."""
    credential_id: Annotated[str | None, Field(alias="credentialId")] = None
    """Id of the stored credential that requests are authenticated with."""
    encrypted_paths: Annotated[list[str] | None, Field(alias="encryptedPaths")] = None
    """Paths of the values in the request that are encrypted."""
    parameters: list[ToolParameter] | None = None
    """Values that go along with what the model fills in."""
    description: str | None = None
    """What the tool does; the model decides by it when to call."""
    url: str
    """URL of the request."""
    body: JsonSchema | None = None
    """Schema of the body."""
    headers: JsonSchema | None = None
    """Schema of the headers."""
    backoff_plan: Annotated[BackoffPlan | None, Field(alias="backoffPlan")] = None
    """How requests that failed are sent again."""
    variable_extraction_plan: Annotated[VariableExtractionPlan | None, Field(alias="variableExtractionPlan")] = None
    """Which variables are taken from what comes back."""


class BashTool(ToolProperties):
    """Runs shell commands on a server of yours."""

    type: Literal["bash"] = constant("bash")
    """Always `bash`."""
    sub_type: Annotated[Literal["bash_20241022"], Field(alias="subType")] = constant("bash_20241022")
    """Always `bash_20241022`."""
    name: Literal["bash"] = constant("bash")
    """Always `bash`."""
    server: Server | None = None
    """Server that a call of this tool goes to."""


class CodeToolEnvironmentVariable(Model):
    """An environment variable of a code tool."""

    name: Annotated[str, Field(max_length=64, pattern="^[A-Z][A-Z0-9_]*$")]
    """Name of the variable, in capitals, digits and underscores."""
    value: Annotated[str, Field(max_length=10000)]
    """Value of the variable."""


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
    description: str | None = None
    """What the function does; the model decides by it when to call."""
    parameters: OpenAIFunctionParameters | None = None
    """Arguments that the function takes."""


class CodeTool(ToolProperties):
    """Runs code."""

    type: Literal["code"] = constant("code")
    """Always `code`."""
    async_: Annotated[bool | None, Field(alias="async")] = None
    """Whether the assistant goes on without waiting for the tool's answer."""
    server: Server | None = None
    """Server that a call of this tool goes to."""
    code: Annotated[str, Field(max_length=50000)]
    """The code."""
    environment_variables: Annotated[list[CodeToolEnvironmentVariable] | None, Field(alias="environmentVariables")] = (
        None
    )
    """Environment variables of the code."""
    timeout_seconds: Annotated[float | None, Field(alias="timeoutSeconds", ge=1, le=30)] = None
    """Seconds that the code may run."""
    credential_id: Annotated[str | None, Field(alias="credentialId")] = None
    """Id of the stored credential that the code may use."""
    variable_extraction_plan: Annotated[VariableExtractionPlan | None, Field(alias="variableExtractionPlan")] = None
    """Which variables are taken from what comes back."""
    function: OpenAIFunction | None = None
    """Function definition that the model sees."""


class ComputerTool(ToolProperties):
    """Uses a computer: screen, mouse and keyboard."""

    type: Literal["computer"] = constant("computer")
    """Always `computer`."""
    sub_type: Annotated[Literal["computer_20241022"], Field(alias="subType")] = constant("computer_20241022")
    """Always `computer_20241022`."""
    name: Literal["computer"] = constant("computer")
    """Always `computer`."""
    server: Server | None = None
    """Server that a call of this tool goes to."""
    display_width_px: Annotated[float, Field(alias="displayWidthPx")]
    """Width of the screen in pixels."""
    display_height_px: Annotated[float, Field(alias="displayHeightPx")]
    """Height of the screen in pixels."""
    display_number: Annotated[float | None, Field(alias="displayNumber")] = None
    """Number of the screen."""


class FormerToolProperties(ToolProperties):
    """Deprecated. What only function tools take at the newest age of the API, and these tools took before."""

    async_: Annotated[bool | None, Field(alias="async")] = None
    """Deprecated. Whether the assistant goes on without waiting for the tool's answer."""
    function: OpenAIFunction | None = None
    """Deprecated. Function definition that the model sees."""
    server: Server | None = None
    """Deprecated. Server that a call of this tool goes to. It precedes every other server URL."""


class DtmfTool(FormerToolProperties):
    """Presses keys of the dial pad."""

    type: Literal["dtmf"] = constant("dtmf")
    """Always `dtmf`."""
    sip_info_dtmf_enabled: Annotated[bool | None, Field(alias="sipInfoDtmfEnabled")] = None
    """Whether keys are sent by SIP INFO.

    Default: `false`
    """


class EndCallTool(FormerToolProperties):
    """Ends the call."""

    type: Literal["endCall"] = constant("endCall")
    """Always `endCall`."""


class FunctionTool(ToolProperties):
    """Calls a function on a server of yours."""

    type: Literal["function"] = constant("function")
    """Always `function`."""
    async_: Annotated[bool | None, Field(alias="async")] = None
    """Whether the assistant goes on without waiting for the tool's answer."""
    server: Server | None = None
    """Server that a call of this tool goes to. It precedes every other server URL."""
    variable_extraction_plan: Annotated[VariableExtractionPlan | None, Field(alias="variableExtractionPlan")] = None
    """Which variables are taken from what comes back."""
    parameters: list[ToolParameter] | None = None
    """Values that go along with what the model fills in."""
    function: OpenAIFunction | None = None
    """Function definition that the model sees."""


class GhlToolMetadata(Model):
    """Deprecated. The GoHighLevel workflow that a tool runs."""

    workflow_id: Annotated[str | None, Field(alias="workflowId")] = None
    """Id of the workflow."""
    location_id: Annotated[str | None, Field(alias="locationId")] = None
    """Id of the location."""


class GhlTool(FormerToolProperties):
    """Deprecated. Runs a workflow of GoHighLevel."""

    type: Literal["ghl"] = constant("ghl")
    """Always `ghl`."""
    metadata: GhlToolMetadata
    """Which workflow to run."""


class GoHighLevelCalendarAvailabilityTool(ToolProperties):
    """Looks for free times in a calendar of GoHighLevel."""

    type: Literal["gohighlevel.calendar.availability.check"] = constant("gohighlevel.calendar.availability.check")
    """Always `gohighlevel.calendar.availability.check`."""


class GoHighLevelCalendarEventCreateTool(ToolProperties):
    """Makes an appointment in a calendar of GoHighLevel."""

    type: Literal["gohighlevel.calendar.event.create"] = constant("gohighlevel.calendar.event.create")
    """Always `gohighlevel.calendar.event.create`."""


class GoHighLevelContactCreateTool(ToolProperties):
    """Makes a contact in GoHighLevel."""

    type: Literal["gohighlevel.contact.create"] = constant("gohighlevel.contact.create")
    """Always `gohighlevel.contact.create`."""


class GoHighLevelContactGetTool(ToolProperties):
    """Looks up a contact in GoHighLevel."""

    type: Literal["gohighlevel.contact.get"] = constant("gohighlevel.contact.get")
    """Always `gohighlevel.contact.get`."""


class GoogleCalendarCheckAvailabilityTool(ToolProperties):
    """Looks for free times in a Google calendar."""

    type: Literal["google.calendar.availability.check"] = constant("google.calendar.availability.check")
    """Always `google.calendar.availability.check`."""


class GoogleCalendarCreateEventTool(ToolProperties):
    """Makes an event in a Google calendar."""

    type: Literal["google.calendar.event.create"] = constant("google.calendar.event.create")
    """Always `google.calendar.event.create`."""


class GoogleSheetsRowAppendTool(ToolProperties):
    """Adds a row to a Google sheet."""

    type: Literal["google.sheets.row.append"] = constant("google.sheets.row.append")
    """Always `google.sheets.row.append`."""


class ContextEngineeringPlanAll(Model):
    """Passes on all messages."""

    type: Literal["all"] = constant("all")
    """Always `all`."""


class ContextEngineeringPlanLastNMessages(Model):
    """Passes on the last messages."""

    type: Literal["lastNMessages"] = constant("lastNMessages")
    """Always `lastNMessages`."""
    max_messages: Annotated[float, Field(alias="maxMessages", ge=0)]
    """Number of messages."""


class ContextEngineeringPlanNone(Model):
    """Passes on nothing."""

    type: Literal["none"] = constant("none")
    """Always `none`."""


class ContextEngineeringPlanPreviousAssistantMessages(Model):
    """Passes on what the assistant before got."""

    type: Literal["previousAssistantMessages"] = constant("previousAssistantMessages")
    """Always `previousAssistantMessages`."""


class ContextEngineeringPlanUserAndAssistantMessages(Model):
    """Passes on what the user and the assistant said."""

    type: Literal["userAndAssistantMessages"] = constant("userAndAssistantMessages")
    """Always `userAndAssistantMessages`."""


ContextEngineeringPlan: TypeAlias = Annotated[
    ContextEngineeringPlanAll
    | ContextEngineeringPlanLastNMessages
    | ContextEngineeringPlanNone
    | ContextEngineeringPlanPreviousAssistantMessages
    | ContextEngineeringPlanUserAndAssistantMessages
    | Unknown,
    Discriminated("type"),
]
"""What the next assistant gets of the conversation so far; `type` says how much."""


class MessagePlan(Model):
    """Deprecated. Fixed messages that the assistant may speak during a call."""

    idle_messages: Annotated[list[Annotated[str, Field(max_length=1000)]] | None, Field(alias="idleMessages")] = None
    """What the assistant says when the user has been silent for a while."""
    idle_message_max_spoken_count: Annotated[float | None, Field(alias="idleMessageMaxSpokenCount", ge=1, le=10)] = None
    """How often idle messages are spoken in one call at most."""
    idle_timeout_seconds: Annotated[float | None, Field(alias="idleTimeoutSeconds", ge=5, le=60)] = None
    """Seconds of silence before an idle message is spoken."""
    silence_timeout_message: Annotated[str | None, Field(alias="silenceTimeoutMessage", max_length=1000)] = None
    """What the assistant says when the call ends because of silence."""


class ForwardingDestination(Model):
    """Deprecated. Where calls may be forwarded to, as the oldest page shows it."""

    number: str | None = None
    """Phone number."""
    sip_uri: Annotated[str | None, Field(alias="sipUri")] = None
    """SIP URI."""
    message: str | None = None
    """What is said before the call is forwarded."""


class HandoffDestinationDynamic(Model):
    """Hands the call over to whom a server of yours names."""

    type: Literal["dynamic"] = constant("dynamic")
    """Always `dynamic`."""
    server: Server | None = None
    """Server that names the destination."""
    description: str | None = None
    """What the destination is for; the model chooses by it."""


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
        "delete-history",
        "rolling-history",
        "swap-system-message-in-history",
        "swap-system-message-in-history-and-remove-transfer-tool-messages",
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


class MakeToolMetadata(Model):
    """Deprecated. The Make scenario that a tool runs."""

    scenario_id: Annotated[float | None, Field(alias="scenarioId")] = None
    """Id of the scenario."""
    trigger_hook_id: Annotated[float | None, Field(alias="triggerHookId")] = None
    """Id of the hook that triggers the scenario."""


class MakeTool(FormerToolProperties):
    """Deprecated. Runs a scenario of Make."""

    type: Literal["make"] = constant("make")
    """Always `make`."""
    metadata: MakeToolMetadata
    """Which scenario to run."""


class McpToolMessages(Model):
    """What the assistant says while one tool of an MCP server runs."""

    name: str
    """Name of the tool on the server."""
    messages: list[ToolMessage] | None = None
    """What the assistant says while the tool runs and once it has run."""


class McpToolMetadata(Model):
    """How an MCP server is talked to."""

    protocol: Open[Literal["shttp", "sse"], str] | None = None
    """Protocol: server-sent events (`sse`) or streamable HTTP (`shttp`)."""


class McpTool(ToolProperties):
    """Uses the tools of an MCP server."""

    type: Literal["mcp"] = constant("mcp")
    """Always `mcp`."""
    server: Server | None = None
    """The MCP server."""
    tool_messages: Annotated[list[McpToolMessages] | None, Field(alias="toolMessages")] = None
    """What the assistant says, for single tools of the server."""
    metadata: McpToolMetadata | None = None
    """How the server is talked to."""


class GoogleKnowledgeBase(Model):
    """Files that a query tool looks things up in, with the help of Google."""

    provider: Literal["google"] = constant("google")
    """Always `google`."""
    name: str
    """Name of the knowledge base."""
    model: GoogleModelName | None = None
    """Model that looks things up."""
    description: str
    """What the files are about; the model chooses by it."""
    file_ids: Annotated[list[str], Field(alias="fileIds")]
    """Ids of the files."""


class QueryTool(ToolProperties):
    """Looks things up in knowledge bases."""

    type: Literal["query"] = constant("query")
    """Always `query`."""
    knowledge_bases: Annotated[list[GoogleKnowledgeBase] | None, Field(alias="knowledgeBases")] = None
    """The knowledge bases."""


class SipRequestTool(ToolProperties):
    """Sends a SIP request within the call."""

    type: Literal["sipRequest"] = constant("sipRequest")
    """Always `sipRequest`."""
    verb: Open[Literal["INFO", "MESSAGE", "NOTIFY"], str]
    """Method of the request."""
    headers: JsonSchema | None = None
    """Schema of the headers."""
    body: str | JsonSchema | None = None
    """The body as a text, or its schema."""


class SlackSendMessageTool(ToolProperties):
    """Sends a message in Slack."""

    type: Literal["slack.message.send"] = constant("slack.message.send")
    """Always `slack.message.send`."""


class SmsTool(ToolProperties):
    """Sends a text message."""

    type: Literal["sms"] = constant("sms")
    """Always `sms`."""


class TextEditorTool(ToolProperties):
    """Edits text files on a server of yours."""

    type: Literal["textEditor"] = constant("textEditor")
    """Always `textEditor`."""
    sub_type: Annotated[Literal["text_editor_20241022"], Field(alias="subType")] = constant("text_editor_20241022")
    """Always `text_editor_20241022`."""
    name: Literal["str_replace_editor"] = constant("str_replace_editor")
    """Always `str_replace_editor`."""
    server: Server | None = None
    """Server that a call of this tool goes to."""


TransferPlanMode: TypeAlias = Open[
    Literal[
        "blind-transfer",
        "blind-transfer-add-summary-to-sip-header",
        "warm-transfer-experimental",
        "warm-transfer-say-message",
        "warm-transfer-say-summary",
        "warm-transfer-twiml",
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


TransferContextEngineeringPlan: TypeAlias = Annotated[
    ContextEngineeringPlanAll | ContextEngineeringPlanLastNMessages | ContextEngineeringPlanNone | Unknown,
    Discriminated("type"),
]
"""What is passed on of the conversation when a call is transferred; `type` says how much."""


class TransferFallbackPlan(Model):
    """What happens when a transfer fails."""

    message: TransferMessage
    """What the caller is told."""
    end_call_enabled: Annotated[bool | None, Field(alias="endCallEnabled")] = None
    """Whether the call ends then.

    Default: `true`
    """


class TransferPlan(Model):
    """How a call is handed over."""

    mode: TransferPlanMode
    """Whether and how the callee is told about the call first."""
    message: TransferMessage | None = None
    """What the callee is told."""
    sip_verb: Annotated[Open[Literal["bye", "dial", "refer"], str] | None, Field(alias="sipVerb")] = None
    """SIP verb that the call is handed over with.

    Default: `"refer"`
    """
    summary_plan: Annotated[SummaryPlan | None, Field(alias="summaryPlan")] = None
    """How the summary that the callee is told is made."""
    timeout: Annotated[float | None, Field(ge=1, le=600)] = None
    """Seconds to wait for the callee.

    Default: `60`
    """
    dial_timeout: Annotated[float | None, Field(alias="dialTimeout", ge=1, le=600)] = None
    """Seconds that the phone of the callee rings.

    Default: `60`
    """
    hold_audio_url: Annotated[str | None, Field(alias="holdAudioUrl")] = None
    """URL of the audio that is played while the caller waits."""
    transfer_complete_audio_url: Annotated[str | None, Field(alias="transferCompleteAudioUrl")] = None
    """URL of the audio that is played when the transfer is complete."""
    context_engineering_plan: Annotated[
        TransferContextEngineeringPlan | None, Field(alias="contextEngineeringPlan")
    ] = None
    """What is passed on of the conversation so far."""
    twiml: Annotated[str | None, Field(max_length=4096)] = None
    """TwiML that is run for the callee."""
    sip_headers_in_refer_to_enabled: Annotated[bool | None, Field(alias="sipHeadersInReferToEnabled")] = None
    """Whether SIP headers are put into the Refer-To header."""
    fallback_plan: Annotated[TransferFallbackPlan | None, Field(alias="fallbackPlan")] = None
    """What happens when the transfer fails."""


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
    caller_id: Annotated[str | None, Field(alias="callerId", max_length=40)] = None
    """Number that the callee is shown."""


class TransferDestinationStep(Model):
    """Deprecated. Transfers to a step of the conversation."""

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


class TransferCallTool(FormerToolProperties):
    """Transfers the call."""

    type: Literal["transferCall"] = constant("transferCall")
    """Always `transferCall`."""
    destinations: list[TransferDestination] | None = None
    """Where the call may be transferred to."""


class VoicemailTool(FormerToolProperties):
    """Lets the model tell that voicemail was reached."""

    type: Literal["voicemail"] = constant("voicemail")
    """Always `voicemail`."""
    beep_detection_enabled: Annotated[bool | None, Field(alias="beepDetectionEnabled")] = None
    """Whether the voicemail's beep is waited for.

    Default: `false`
    """


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


class ToolRef(Model):
    """A stored tool in a given version."""

    tool_id: Annotated[Uuid, Field(alias="toolId")]
    """Id of the tool."""
    version: str
    """Version of the tool."""


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


AnthropicBedrockModelName: TypeAlias = Open[
    Literal[
        "claude-3-5-haiku-20241022",
        "claude-3-5-sonnet-20240620",
        "claude-3-5-sonnet-20241022",
        "claude-3-7-sonnet-20250219",
        "claude-3-haiku-20240307",
        "claude-3-opus-20240229",
        "claude-3-sonnet-20240229",
        "claude-haiku-4-5-20251001",
        "claude-opus-4-20250514",
        "claude-opus-4-5-20251101",
        "claude-opus-4-6",
        "claude-sonnet-4-20250514",
        "claude-sonnet-4-5-20250929",
        "claude-sonnet-4-6",
        "global.anthropic.claude-haiku-4-5-20251001-v1:0",
    ],
    str,
]
"""Model of Anthropic on Amazon Bedrock."""


class AnthropicThinkingConfig(Model):
    """How a model of Anthropic thinks before it answers."""

    type: Literal["enabled"] = constant("enabled")
    """Always `enabled`."""
    budget_tokens: Annotated[float, Field(alias="budgetTokens", ge=1024, le=100000)]
    """Tokens that thinking may take."""


AnthropicModelName: TypeAlias = Open[
    Literal[
        "claude-3-5-haiku-20241022",
        "claude-3-5-sonnet-20240620",
        "claude-3-5-sonnet-20241022",
        "claude-3-7-sonnet-20250219",
        "claude-3-haiku-20240307",
        "claude-3-opus-20240229",
        "claude-3-sonnet-20240229",
        "claude-haiku-4-5-20251001",
        "claude-opus-4-20250514",
        "claude-opus-4-5-20251101",
        "claude-opus-4-6",
        "claude-sonnet-4-20250514",
        "claude-sonnet-4-5-20250929",
        "claude-sonnet-4-6",
        "claude-sonnet-5",
    ],
    str,
]
"""Model of Anthropic."""


class GeminiMultimodalLivePrebuiltVoiceConfig(Model):
    """A ready-made voice of Gemini."""

    voice_name: Annotated[Open[Literal["Aoede", "Charon", "Fenrir", "Kore", "Puck"], str], Field(alias="voiceName")]
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


GroqModelName: TypeAlias = Open[
    Literal[
        "compound-beta",
        "compound-beta-mini",
        "deepseek-r1-distill-llama-70b",
        "gemma2-9b-it",
        "llama-3.1-405b-reasoning",
        "llama-3.1-70b-versatile",
        "llama-3.1-8b-instant",
        "llama-3.3-70b-versatile",
        "llama3-70b-8192",
        "llama3-8b-8192",
        "meta-llama/llama-4-scout-17b-16e-instruct",
        "mistral-saba-24b",
        "mixtral-8x7b-32768",
        "moonshotai/kimi-k2-instruct-0905",
        "openai/gpt-oss-120b",
        "openai/gpt-oss-20b",
    ],
    str,
]
"""Model hosted by Groq."""


OpenAIModelName: TypeAlias = Open[
    Literal[
        "chat-latest",
        "chatgpt-4o-latest",
        "gpt-3.5-turbo",
        "gpt-3.5-turbo-0125",
        "gpt-3.5-turbo-0125:canadaeast",
        "gpt-3.5-turbo-0125:northcentralus",
        "gpt-3.5-turbo-0125:southcentralus",
        "gpt-3.5-turbo-0613",
        "gpt-3.5-turbo-1106",
        "gpt-3.5-turbo-1106:canadaeast",
        "gpt-3.5-turbo-1106:westus",
        "gpt-3.5-turbo-16k",
        "gpt-4",
        "gpt-4-0125-preview",
        "gpt-4-0125-preview:eastus",
        "gpt-4-0125-preview:northcentralus",
        "gpt-4-0125-preview:southcentralus",
        "gpt-4-0613",
        "gpt-4-0613:canadaeast",
        "gpt-4-1106-preview",
        "gpt-4-1106-preview:australiaeast",
        "gpt-4-1106-preview:canadaeast",
        "gpt-4-1106-preview:france",
        "gpt-4-1106-preview:india",
        "gpt-4-1106-preview:norway",
        "gpt-4-1106-preview:swedencentral",
        "gpt-4-1106-preview:uk",
        "gpt-4-1106-preview:westus",
        "gpt-4-1106-preview:westus3",
        "gpt-4-turbo",
        "gpt-4-turbo-2024-04-09",
        "gpt-4-turbo-2024-04-09:eastus2",
        "gpt-4-turbo-preview",
        "gpt-4.1",
        "gpt-4.1-2025-04-14",
        "gpt-4.1-2025-04-14:eastus",
        "gpt-4.1-2025-04-14:eastus2",
        "gpt-4.1-2025-04-14:germanywestcentral",
        "gpt-4.1-2025-04-14:northcentralus",
        "gpt-4.1-2025-04-14:polandcentral",
        "gpt-4.1-2025-04-14:southcentralus",
        "gpt-4.1-2025-04-14:spaincentral",
        "gpt-4.1-2025-04-14:westeurope",
        "gpt-4.1-2025-04-14:westus",
        "gpt-4.1-2025-04-14:westus3",
        "gpt-4.1-mini",
        "gpt-4.1-mini-2025-04-14",
        "gpt-4.1-mini-2025-04-14:eastus",
        "gpt-4.1-mini-2025-04-14:eastus2",
        "gpt-4.1-mini-2025-04-14:germanywestcentral",
        "gpt-4.1-mini-2025-04-14:northcentralus",
        "gpt-4.1-mini-2025-04-14:polandcentral",
        "gpt-4.1-mini-2025-04-14:southcentralus",
        "gpt-4.1-mini-2025-04-14:spaincentral",
        "gpt-4.1-mini-2025-04-14:westeurope",
        "gpt-4.1-mini-2025-04-14:westus",
        "gpt-4.1-mini-2025-04-14:westus3",
        "gpt-4.1-nano",
        "gpt-4.1-nano-2025-04-14",
        "gpt-4.1-nano-2025-04-14:eastus2",
        "gpt-4.1-nano-2025-04-14:northcentralus",
        "gpt-4.1-nano-2025-04-14:southcentralus",
        "gpt-4.1-nano-2025-04-14:westus",
        "gpt-4.1-nano-2025-04-14:westus3",
        "gpt-4.1:australiaeast",
        "gpt-4o",
        "gpt-4o-2024-05-13",
        "gpt-4o-2024-05-13:eastus",
        "gpt-4o-2024-05-13:eastus2",
        "gpt-4o-2024-05-13:northcentralus",
        "gpt-4o-2024-05-13:southcentralus",
        "gpt-4o-2024-05-13:westus",
        "gpt-4o-2024-05-13:westus3",
        "gpt-4o-2024-08-06",
        "gpt-4o-2024-08-06:eastus",
        "gpt-4o-2024-08-06:eastus2",
        "gpt-4o-2024-08-06:northcentralus",
        "gpt-4o-2024-08-06:southcentralus",
        "gpt-4o-2024-08-06:westus",
        "gpt-4o-2024-08-06:westus3",
        "gpt-4o-2024-11-20",
        "gpt-4o-2024-11-20:eastus",
        "gpt-4o-2024-11-20:eastus2",
        "gpt-4o-2024-11-20:germanywestcentral",
        "gpt-4o-2024-11-20:polandcentral",
        "gpt-4o-2024-11-20:southcentralus",
        "gpt-4o-2024-11-20:spaincentral",
        "gpt-4o-2024-11-20:swedencentral",
        "gpt-4o-2024-11-20:westeurope",
        "gpt-4o-2024-11-20:westus",
        "gpt-4o-2024-11-20:westus3",
        "gpt-4o-mini",
        "gpt-4o-mini-2024-07-18",
        "gpt-4o-mini-2024-07-18:eastus",
        "gpt-4o-mini-2024-07-18:eastus2",
        "gpt-4o-mini-2024-07-18:northcentralus",
        "gpt-4o-mini-2024-07-18:southcentralus",
        "gpt-4o-mini-2024-07-18:westus",
        "gpt-4o-mini-2024-07-18:westus3",
        "gpt-4o-mini-realtime-preview-2024-12-17",
        "gpt-4o-realtime-preview-2024-10-01",
        "gpt-4o-realtime-preview-2024-12-17",
        "gpt-4o:australiaeast",
        "gpt-5",
        "gpt-5-chat-latest",
        "gpt-5-mini",
        "gpt-5-mini:eastus2",
        "gpt-5-mini:germanywestcentral",
        "gpt-5-mini:polandcentral",
        "gpt-5-mini:spaincentral",
        "gpt-5-mini:swedencentral",
        "gpt-5-mini:westeurope",
        "gpt-5-nano",
        "gpt-5-nano:eastus2",
        "gpt-5-nano:swedencentral",
        "gpt-5.1",
        "gpt-5.1-chat-latest",
        "gpt-5.1:eastus2",
        "gpt-5.1:swedencentral",
        "gpt-5.2",
        "gpt-5.2-chat-latest",
        "gpt-5.2:eastus2",
        "gpt-5.2:swedencentral",
        "gpt-5.4",
        "gpt-5.4-mini",
        "gpt-5.4-mini:australiaeast",
        "gpt-5.4-mini:eastus2",
        "gpt-5.4-mini:swedencentral",
        "gpt-5.4-nano",
        "gpt-5.4-nano:eastus2",
        "gpt-5.4-nano:swedencentral",
        "gpt-5.4:eastus2",
        "gpt-5.4:swedencentral",
        "gpt-5.5",
        "gpt-5.6-luna",
        "gpt-5.6-luna:westus3",
        "gpt-5.6-sol",
        "gpt-5.6-sol:westus3",
        "gpt-5.6-terra",
        "gpt-5.6-terra:westus3",
        "gpt-5:canadaeast",
        "gpt-5:eastus",
        "gpt-5:eastus2",
        "gpt-5:germanywestcentral",
        "gpt-5:polandcentral",
        "gpt-5:spaincentral",
        "gpt-5:swedencentral",
        "gpt-5:westeurope",
        "gpt-realtime-2",
        "gpt-realtime-2025-08-28",
        "gpt-realtime-mini-2025-12-15",
        "o1-mini",
        "o1-mini-2024-09-12",
        "o1-preview",
        "o1-preview-2024-09-12",
        "o3",
        "o3-mini",
        "o4-mini",
    ],
    str,
]
"""Model of OpenAI."""


ToolStrictCompatibilityMode: TypeAlias = Open[
    Literal["strip-parameters-with-unsupported-validation", "strip-unsupported-validation"], str
]
"""What is taken out of tool schemas that a strict model would refuse."""


class NodeProperties(Model):
    """Deprecated. What all nodes take."""

    name: Annotated[str, Field(max_length=80)]
    """Name of the node."""
    metadata: dict[str, Any] | None = None
    """Data of your own to keep with the node."""


class ApiRequestNode(NodeProperties):
    """Deprecated. Sends an HTTP request."""

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
    mode: Open[Literal["background", "blocking"], str]
    """Whether the conversation waits for the response or goes on."""
    start_task_message: Annotated[str | None, Field(alias="startTaskMessage")] = None
    """Said when the request is sent."""
    wait_task_message: Annotated[str | None, Field(alias="waitTaskMessage")] = None
    """Said while the response is awaited."""
    success_task_message: Annotated[str | None, Field(alias="successTaskMessage")] = None
    """Said when the request succeeded."""
    failure_task_message: Annotated[str | None, Field(alias="failureTaskMessage")] = None
    """Said when the request failed."""


class WorkflowModelProperties(Model):
    """What all models of workflows take."""

    messages: list[OpenAIMessage] | None = None
    """Messages that stand at the start of the conversation, such as the system prompt."""
    temperature: Annotated[float | None, Field(ge=0, le=2)] = None
    """Sampling temperature; higher values give more varied answers."""
    max_tokens: Annotated[float | None, Field(alias="maxTokens", ge=50, le=10000)] = None
    """Most tokens that one answer may have."""


class WorkflowAnthropicBedrockModel(WorkflowModelProperties):
    """Model of Anthropic on Amazon Bedrock in a workflow."""

    provider: Literal["anthropic-bedrock"] = constant("anthropic-bedrock")
    """Always `anthropic-bedrock`."""
    model: AnthropicBedrockModelName
    """Name of the model."""
    thinking: AnthropicThinkingConfig | None = None
    """How the model thinks before it answers."""


class WorkflowAnthropicModel(WorkflowModelProperties):
    """Model of Anthropic in a workflow."""

    provider: Literal["anthropic"] = constant("anthropic")
    """Always `anthropic`."""
    model: AnthropicModelName
    """Name of the model."""
    thinking: AnthropicThinkingConfig | None = None
    """How the model thinks before it answers."""


class WorkflowCustomModel(WorkflowModelProperties):
    """Model on a server of your own in a workflow."""

    provider: Literal["custom-llm"] = constant("custom-llm")
    """Always `custom-llm`."""
    metadata_send_mode: Annotated[
        Open[Literal["destructured", "off", "variable"], str] | None, Field(alias="metadataSendMode")
    ] = None
    """How metadata of the call is sent along: not at all, as one variable, or spread over the body."""
    url: str
    """URL of the server."""
    headers: dict[str, Any] | None = None
    """Headers that are sent along with every request."""
    timeout_seconds: Annotated[float | None, Field(alias="timeoutSeconds", ge=20, le=600)] = None
    """Seconds that the server may take to answer."""
    model: Annotated[str, Field(max_length=100)]
    """Name of the model."""


class WorkflowGoogleModel(WorkflowModelProperties):
    """Model of Google in a workflow."""

    provider: Literal["google"] = constant("google")
    """Always `google`."""
    model: GoogleModelName
    """Name of the model."""


class WorkflowOpenAIModel(WorkflowModelProperties):
    """Model of OpenAI in a workflow."""

    provider: Literal["openai"] = constant("openai")
    """Always `openai`."""
    model: OpenAIModelName
    """Name of the model."""


WorkflowModel: TypeAlias = Annotated[
    WorkflowAnthropicBedrockModel
    | WorkflowAnthropicModel
    | WorkflowCustomModel
    | WorkflowGoogleModel
    | WorkflowOpenAIModel
    | Unknown,
    Discriminated("provider"),
]
"""The language model of a workflow; `provider` says which."""


PunctuationBoundary: TypeAlias = Open[
    Literal["!", ")", ",", ".", ":", ";", "?", "|", "||", "،", "۔", "।", "॥", "。", "，"], str
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
    replace_all_enabled: Annotated[bool | None, Field(alias="replaceAllEnabled")] = None
    """Whether every occurrence is replaced, not just the first.

    Default: `false`
    """


class RegexOption(Model):
    """An option of a regular expression."""

    type: Open[Literal["ignore-case", "multi-line", "whole-word"], str]
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


Formatter: TypeAlias = Open[
    Literal[
        "acronym",
        "asterisk",
        "colon",
        "dash",
        "date",
        "distance",
        "dollarAmount",
        "email",
        "markdown",
        "newline",
        "number",
        "percentage",
        "phoneNumber",
        "quote",
        "stripAsterisk",
        "time",
        "unit",
    ],
    str,
]
"""A formatter of text that is spoken."""


class FormatPlan(Model):
    """How text is formatted before it is spoken."""

    enabled: bool | None = None
    """Whether text is formatted."""
    number_to_digits_cutoff: Annotated[float | None, Field(alias="numberToDigitsCutoff", ge=0)] = None
    """Number from which on numbers are spoken digit by digit."""
    replacements: list[Replacement] | None = None
    """Replacements that are made in the text."""
    formatters_enabled: Annotated[list[Formatter] | None, Field(alias="formattersEnabled")] = None
    """Formatters that are applied."""


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
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """


CartesiaVoiceModel: TypeAlias = Open[
    Literal[
        "sonic",
        "sonic-2",
        "sonic-2-2025-06-11",
        "sonic-3",
        "sonic-3-2025-10-27",
        "sonic-3-2026-01-12",
        "sonic-3.5",
        "sonic-3.5-2026-05-04",
        "sonic-english",
        "sonic-multilingual",
        "sonic-preview",
    ],
    str,
]
"""Voice model of Cartesia."""


CartesiaLanguage: TypeAlias = Open[
    Literal[
        "ar",
        "bg",
        "bn",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "es",
        "fi",
        "fr",
        "gu",
        "he",
        "hi",
        "hr",
        "hu",
        "id",
        "it",
        "ja",
        "ka",
        "kn",
        "ko",
        "ml",
        "mr",
        "ms",
        "nl",
        "no",
        "pa",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sv",
        "ta",
        "te",
        "th",
        "tl",
        "tr",
        "uk",
        "vi",
        "zh",
    ],
    str,
]
"""Language that Cartesia speaks."""


CartesiaEmotion: TypeAlias = Open[
    Literal[
        "anger:high",
        "anger:highest",
        "anger:low",
        "anger:lowest",
        "curiosity:high",
        "curiosity:highest",
        "curiosity:low",
        "curiosity:lowest",
        "positivity:high",
        "positivity:highest",
        "positivity:low",
        "positivity:lowest",
        "sadness:high",
        "sadness:highest",
        "sadness:low",
        "sadness:lowest",
        "surprise:high",
        "surprise:highest",
        "surprise:low",
        "surprise:lowest",
    ],
    str,
]
"""Emotion of a Cartesia voice, and how strong it is."""


class CartesiaExperimentalControls(Model):
    """Controls of a Cartesia voice that may change."""

    speed: (
        Open[Literal["fast", "fastest", "normal", "slow", "slowest"], str] | Annotated[float, Field(ge=-1, le=1)] | None
    ) = None
    """How fast the voice speaks: by name, or from -1 to 1."""
    emotion: CartesiaEmotion | None = None
    """Emotion that the voice expresses, and how strongly."""


class CartesiaGenerationConfigExperimental(Model):
    """Settings of Cartesia that may change."""

    accent_localization: Annotated[int | None, Field(alias="accentLocalization", ge=0, le=1)] = None
    """Whether the voice takes on the language's accent (1) or keeps its own (0).

    Default: `0`
    """


class CartesiaGenerationConfig(Model):
    """How Cartesia makes speech."""

    speed: Annotated[float | None, Field(ge=0.6, le=1.5)] = None
    """How fast the voice speaks.

    Default: `1`
    """
    volume: Annotated[float | None, Field(ge=0.5, le=2)] = None
    """How loud the voice is.

    Default: `1`
    """
    experimental: CartesiaGenerationConfigExperimental | None = None
    """Settings that may change."""


class FallbackCartesiaVoice(Model):
    """A voice of Cartesia to fall back on."""

    provider: Literal["cartesia"] = constant("cartesia")
    """Always `cartesia`."""
    model: CartesiaVoiceModel | None = None
    """Cartesia model."""
    language: CartesiaLanguage | None = None
    """Language that is spoken."""
    voice_id: Annotated[str, Field(alias="voiceId")]
    """Id of the voice."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    experimental_controls: Annotated[CartesiaExperimentalControls | None, Field(alias="experimentalControls")] = None
    """Speed and emotion, for older models."""
    generation_config: Annotated[CartesiaGenerationConfig | None, Field(alias="generationConfig")] = None
    """Speed, volume and accent."""
    pronunciation_dict_id: Annotated[str | None, Field(alias="pronunciationDictId")] = None
    """Id of the pronunciation dictionary at Cartesia."""


class FallbackCustomVoice(Model):
    """A voice of a server of your own to fall back on."""

    provider: Literal["custom-voice"] = constant("custom-voice")
    """Always `custom-voice`."""
    server: Server
    """Server that speaks."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    voice_id: Annotated[str | None, Field(alias="voiceId")] = None
    """Id of the voice on your server."""


DeepgramVoiceName: TypeAlias = Open[
    Literal[
        "alvaro",
        "amalthea",
        "andromeda",
        "angus",
        "apollo",
        "aquila",
        "arcas",
        "aries",
        "asteria",
        "athena",
        "atlas",
        "aurelia",
        "aurora",
        "callista",
        "carina",
        "celeste",
        "cora",
        "cordelia",
        "delia",
        "diana",
        "draco",
        "elara",
        "electra",
        "estrella",
        "fabian",
        "harmonia",
        "helena",
        "helios",
        "hera",
        "hermes",
        "hyperion",
        "iris",
        "janus",
        "javier",
        "julius",
        "juno",
        "jupiter",
        "kara",
        "lara",
        "luna",
        "mars",
        "minerva",
        "neptune",
        "nestor",
        "odysseus",
        "ophelia",
        "orion",
        "orpheus",
        "pandora",
        "perseus",
        "phoebe",
        "pluto",
        "saturn",
        "selena",
        "selene",
        "sirio",
        "stella",
        "thalia",
        "theia",
        "vesta",
        "viktoria",
        "zeus",
    ],
    str,
]
"""Voice of Deepgram."""


class FallbackDeepgramVoice(Model):
    """A voice of Deepgram to fall back on."""

    provider: Literal["deepgram"] = constant("deepgram")
    """Always `deepgram`."""
    voice_id: Annotated[DeepgramVoiceName | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    mip_opt_out: Annotated[bool | None, Field(alias="mipOptOut")] = None
    """Whether to opt out of Deepgram's Model Improvement Program.

    Default: `false`
    """
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    model: Open[Literal["aura", "aura-2"], str] | None = None
    """Deepgram model."""


ElevenLabsVoiceName: TypeAlias = Open[
    Literal[
        "andrea",
        "burt",
        "drew",
        "joseph",
        "marissa",
        "mark",
        "matilda",
        "mrb",
        "myra",
        "paul",
        "paula",
        "phillip",
        "ryan",
        "sarah",
        "steve",
    ],
    str,
]
"""Voice of ElevenLabs."""


ElevenLabsVoiceModel: TypeAlias = Open[
    Literal[
        "eleven_flash_v2",
        "eleven_flash_v2_5",
        "eleven_monolingual_v1",
        "eleven_multilingual_v2",
        "eleven_turbo_v2",
        "eleven_turbo_v2_5",
        "eleven_v3",
    ],
    str,
]
"""Voice model of ElevenLabs."""


class ElevenLabsPronunciationDictionaryLocator(Model):
    """A pronunciation dictionary at ElevenLabs."""

    pronunciation_dictionary_id: Annotated[str, Field(alias="pronunciationDictionaryId")]
    """Id of the dictionary."""
    version_id: Annotated[str | None, Field(alias="versionId")] = None
    """Id of the version of the dictionary."""


class FallbackElevenLabsVoice(Model):
    """A voice of ElevenLabs to fall back on."""

    provider: Literal["11labs"] = constant("11labs")
    """Always `11labs`."""
    voice_id: Annotated[ElevenLabsVoiceName | str, Field(alias="voiceId")]
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
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    speed: Annotated[float | None, Field(ge=0.7, le=1.2)] = None
    """How fast the voice speaks."""
    auto_mode: Annotated[bool | None, Field(alias="autoMode")] = None
    """Whether ElevenLabs itself decides when text is spoken."""
    pronunciation_dictionary_locators: Annotated[
        list[ElevenLabsPronunciationDictionaryLocator] | None, Field(alias="pronunciationDictionaryLocators")
    ] = None
    """Pronunciation dictionaries at ElevenLabs."""


class FallbackHumeVoice(Model):
    """A voice of Hume to fall back on."""

    provider: Literal["hume"] = constant("hume")
    """Always `hume`."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    model: Open[Literal["octave", "octave2"], str] | None = None
    """Hume model."""
    voice_id: Annotated[str, Field(alias="voiceId")]
    """Id of the voice."""
    is_custom_hume_voice: Annotated[bool | None, Field(alias="isCustomHumeVoice")] = None
    """Whether the voice is one of your own at Hume."""
    description: str | None = None
    """How the voice should sound and speak."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


InworldVoiceName: TypeAlias = Open[
    Literal[
        "Alain",
        "Alex",
        "Ashley",
        "Asuka",
        "Blake",
        "Carter",
        "Clive",
        "Craig",
        "Deborah",
        "Dennis",
        "Diego",
        "Dmitry",
        "Dominus",
        "Edward",
        "Elena",
        "Elizabeth",
        "Erik",
        "Gianni",
        "Hades",
        "Hana",
        "Heitor",
        "Hyunwoo",
        "Hélène",
        "Jing",
        "Johanna",
        "Josef",
        "Julia",
        "Katrien",
        "Lennart",
        "Lore",
        "Luna",
        "Lupita",
        "Maitê",
        "Manoj",
        "Mark",
        "Mathieu",
        "Miguel",
        "Minji",
        "Nikolai",
        "Nour",
        "Olivia",
        "Omar",
        "Oren",
        "Orietta",
        "Pixie",
        "Priya",
        "Rafael",
        "Riya",
        "Ronald",
        "Sarah",
        "Satoshi",
        "Seojun",
        "Shaun",
        "Svetlana",
        "Szymon",
        "Theodore",
        "Timothy",
        "Wendy",
        "Wojciech",
        "Xiaoyin",
        "Xinyi",
        "Yael",
        "Yichen",
        "Yoona",
        "Étienne",
    ],
    str,
]
"""Voice of Inworld."""


InworldLanguage: TypeAlias = Open[
    Literal["ar", "de", "en", "es", "fr", "he", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "zh"], str
]
"""Language that Inworld speaks."""


class FallbackInworldVoice(Model):
    """A voice of Inworld to fall back on."""

    provider: Literal["inworld"] = constant("inworld")
    """Always `inworld`."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    voice_id: Annotated[InworldVoiceName, Field(alias="voiceId")]
    """Id of the voice."""
    model: Open[Literal["inworld-tts-1"], str] | None = None
    """Always `inworld-tts-1`."""
    language_code: Annotated[InworldLanguage | None, Field(alias="languageCode")] = None
    """Language that is spoken.

    Default: `"en"`
    """
    temperature: Annotated[float | None, Field(ge=0.1, le=2)] = None
    """Sampling temperature; higher values give more varied speech.

    Default: `1.1`
    """
    speaking_rate: Annotated[float | None, Field(alias="speakingRate", ge=0.5, le=1.5)] = None
    """How fast the voice speaks.

    Default: `1`
    """
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


LMNTVoiceName: TypeAlias = Open[
    Literal[
        "amy",
        "ansel",
        "autumn",
        "ava",
        "brandon",
        "caleb",
        "cassian",
        "chloe",
        "dalton",
        "daniel",
        "dustin",
        "elowen",
        "evander",
        "huxley",
        "james",
        "juniper",
        "kennedy",
        "lauren",
        "leah",
        "lily",
        "lucas",
        "magnus",
        "miles",
        "morgan",
        "natalie",
        "nathan",
        "noah",
        "nyssa",
        "oliver",
        "paige",
        "ryan",
        "sadie",
        "sophie",
        "stella",
        "terrence",
        "tyler",
        "vesper",
        "violet",
        "warrick",
        "zain",
        "zeke",
        "zoe",
    ],
    str,
]
"""Voice of LMNT."""


class FallbackLMNTVoice(Model):
    """A voice of LMNT to fall back on."""

    provider: Literal["lmnt"] = constant("lmnt")
    """Always `lmnt`."""
    voice_id: Annotated[LMNTVoiceName | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    speed: Annotated[float | None, Field(ge=0.25, le=2)] = None
    """How fast the voice speaks."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    language: ISOLanguage | Open[Literal["auto"], str] | None = None
    """Language that is spoken; `auto` finds out."""


MicrosoftVoiceName: TypeAlias = Open[
    Literal[
        "de-DE-Klaus:MAI-Voice-2",
        "de-DE-Mia:MAI-Voice-2",
        "en-AU-Lisa:MAI-Voice-2",
        "en-US-Ethan:MAI-Voice-2",
        "en-US-Grant:MAI-Voice-2",
        "en-US-Harper:MAI-Voice-2",
        "en-US-Iris:MAI-Voice-2",
        "en-US-Jasper:MAI-Voice-2",
        "en-US-Olivia:MAI-Voice-2",
        "es-ES-Marta:MAI-Voice-2",
        "es-MX-Alejo:MAI-Voice-2",
        "es-MX-Valeria:MAI-Voice-2",
        "fr-FR-Marc:MAI-Voice-2",
        "fr-FR-Soleil:MAI-Voice-2",
        "hi-IN-Arjun:MAI-Voice-2",
        "hi-IN-Dhruv:MAI-Voice-2",
        "hi-IN-Kavya:MAI-Voice-2",
        "hi-IN-Priya:MAI-Voice-2",
        "hu-HU-Bence:MAI-Voice-2",
        "hu-HU-Levente:MAI-Voice-2",
        "hu-HU-Lilla:MAI-Voice-2",
        "hu-HU-Réka:MAI-Voice-2",
        "it-IT-Luca:MAI-Voice-2",
        "it-IT-Rosa:MAI-Voice-2",
        "ko-KR-Hana:MAI-Voice-2",
        "ko-KR-Junho:MAI-Voice-2",
        "nl-NL-Fleur:MAI-Voice-2",
        "nl-NL-Sander:MAI-Voice-2",
        "pt-BR-Caio:MAI-Voice-2",
        "pt-BR-Luana:MAI-Voice-2",
        "pt-BR-Pedro:MAI-Voice-2",
        "pt-BR-Rafael:MAI-Voice-2",
        "pt-PT-Rui:MAI-Voice-2",
        "ro-RO-Andrei:MAI-Voice-2",
        "ro-RO-Elena:MAI-Voice-2",
        "ro-RO-Ioana:MAI-Voice-2",
        "ro-RO-Radu:MAI-Voice-2",
        "ru-RU-Lev:MAI-Voice-2",
        "ru-RU-Masha:MAI-Voice-2",
        "th-TH-Krit:MAI-Voice-2",
        "th-TH-Nattapong:MAI-Voice-2",
        "tr-TR-Aydin:MAI-Voice-2",
        "tr-TR-Elif:MAI-Voice-2",
        "zh-CN-Bo:MAI-Voice-2",
        "zh-CN-Lan:MAI-Voice-2",
        "zh-CN-Mei:MAI-Voice-2",
    ],
    str,
]
"""Voice of Microsoft."""


MicrosoftVoiceStyle: TypeAlias = Open[
    Literal[
        "adventurous",
        "angry",
        "caring",
        "cheerful",
        "confused",
        "curious",
        "determined",
        "disappointed",
        "disgusted",
        "embarrassed",
        "empathy",
        "encouraging",
        "excited",
        "fearful",
        "friendly",
        "happy",
        "hopeful",
        "jealous",
        "joyful",
        "nostalgic",
        "reflective",
        "regretful",
        "relieved",
        "sad",
        "serious",
        "shouting",
        "softvoice",
        "surprised",
        "whispering",
    ],
    str,
]
"""Style that a voice of Microsoft speaks in."""


MicrosoftVoiceRole: TypeAlias = Open[
    Literal[
        "Boy",
        "Girl",
        "OlderAdultFemale",
        "OlderAdultMale",
        "SeniorFemale",
        "SeniorMale",
        "YoungAdultFemale",
        "YoungAdultMale",
    ],
    str,
]
"""Age and sex that a voice of Microsoft plays."""


class FallbackMicrosoftVoice(Model):
    """A voice of Microsoft to fall back on."""

    provider: Literal["microsoft"] = constant("microsoft")
    """Always `microsoft`."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    voice_id: Annotated[MicrosoftVoiceName, Field(alias="voiceId")]
    """Id of the voice."""
    style: MicrosoftVoiceStyle | None = None
    """Style that the voice speaks in."""
    style_degree: Annotated[float | None, Field(alias="styleDegree", ge=0.01, le=2)] = None
    """How strongly the style comes out.

    Default: `1`
    """
    role: MicrosoftVoiceRole | None = None
    """Age and sex that the voice plays."""
    speed: Annotated[float | None, Field(ge=0.5, le=2)] = None
    """How fast the voice speaks."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


class FallbackNeetsVoice(Model):
    """Deprecated. A voice of Neets to fall back on."""

    provider: Literal["neets"] = constant("neets")
    """Always `neets`."""
    voice_id: Annotated[Open[Literal["vits"], str] | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


class FallbackNeuphonicVoice(Model):
    """A voice of Neuphonic to fall back on."""

    provider: Literal["neuphonic"] = constant("neuphonic")
    """Always `neuphonic`."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    voice_id: Annotated[str, Field(alias="voiceId")]
    """Id of the voice."""
    model: Open[Literal["neu_fast", "neu_hq"], str] | None = None
    """Neuphonic model."""
    language: str | dict[str, Any]
    """Language that is spoken. The documentation types it as an object; a code is accepted too."""
    speed: Annotated[float | None, Field(ge=0.25, le=2)] = None
    """How fast the voice speaks."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


OpenAIVoiceName: TypeAlias = Open[
    Literal[
        "alloy", "ash", "ballad", "cedar", "coral", "echo", "fable", "marin", "nova", "onyx", "sage", "shimmer", "verse"
    ],
    str,
]
"""Voice of OpenAI."""


class FallbackOpenAIVoice(Model):
    """A voice of OpenAI to fall back on."""

    provider: Literal["openai"] = constant("openai")
    """Always `openai`."""
    voice_id: Annotated[OpenAIVoiceName | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    speed: Annotated[float | None, Field(ge=0.25, le=4)] = None
    """How fast the voice speaks."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    model: Open[Literal["gpt-4o-mini-tts", "tts-1", "tts-1-hd"], str] | None = None
    """OpenAI model."""
    instructions: Annotated[str | None, Field(max_length=10000)] = None
    """How the voice should speak."""


PlayHTVoiceName: TypeAlias = Open[
    Literal["chris", "davis", "donna", "jack", "jennifer", "matt", "melissa", "michael", "ruby", "will"], str
]
"""Voice of PlayHT."""


PlayHTEmotion: TypeAlias = Open[
    Literal[
        "female_angry",
        "female_disgust",
        "female_fearful",
        "female_happy",
        "female_sad",
        "female_surprised",
        "male_angry",
        "male_disgust",
        "male_fearful",
        "male_happy",
        "male_sad",
        "male_surprised",
    ],
    str,
]
"""Emotion that a PlayHT voice expresses."""


PlayHTVoiceModel: TypeAlias = Open[Literal["Play3.0-mini", "PlayDialog", "PlayHT2.0", "PlayHT2.0-turbo"], str]
"""Voice model of PlayHT."""


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
    voice_id: Annotated[PlayHTVoiceName | str, Field(alias="voiceId")]
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
    model: PlayHTVoiceModel | None = None
    """PlayHT model."""
    language: PlayHTLanguage | None = None
    """Language that is spoken."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """


RimeAIVoiceName: TypeAlias = Open[
    Literal[
        "abbie",
        "albion",
        "allison",
        "ally",
        "alona",
        "alpine",
        "amber",
        "ana",
        "andromeda",
        "antoine",
        "arcade",
        "armon",
        "astra",
        "atrium",
        "bayou",
        "bond",
        "boulder",
        "breeze",
        "brenda",
        "brittany",
        "brook",
        "carol",
        "cedar",
        "celeste",
        "colin",
        "courtney",
        "cove",
        "creek",
        "cupola",
        "elena",
        "elliot",
        "estelle",
        "esther",
        "eucalyptus",
        "eva",
        "falcon",
        "fern",
        "flower",
        "geoff",
        "gerald",
        "glacier",
        "grove",
        "gulch",
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
        "lagoon",
        "linda",
        "lintel",
        "luna",
        "lyra",
        "madison",
        "marge",
        "marina",
        "marissa",
        "marlu",
        "marsh",
        "marta",
        "masonry",
        "maya",
        "mesa",
        "mesa_extra",
        "moon",
        "moraine",
        "nicholas",
        "nyles",
        "oculus",
        "orion",
        "parapet",
        "peak",
        "phil",
        "rainforest",
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
        "sirius",
        "spore",
        "stan",
        "steppe",
        "summit",
        "talon",
        "tamra",
        "tanya",
        "thunder",
        "tibur",
        "tj",
        "transom",
        "tundra",
        "tyler",
        "vespera",
        "viv",
        "wildflower",
        "yadira",
    ],
    str,
]
"""Voice of Rime."""


RimeAILanguage: TypeAlias = Open[Literal["ar", "de", "en", "es", "fr", "he", "hi", "ja", "pt", "si", "ta"], str]
"""Language that Rime speaks."""


class FallbackRimeAIVoice(Model):
    """A voice of Rime to fall back on."""

    provider: Literal["rime-ai"] = constant("rime-ai")
    """Always `rime-ai`."""
    voice_id: Annotated[RimeAIVoiceName | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    model: Open[Literal["arcana", "mist", "mistv2", "v1"], str] | None = None
    """Rime model."""
    speed: Annotated[float | None, Field(ge=0.1)] = None
    """How fast the voice speaks."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    pause_between_brackets: Annotated[bool | None, Field(alias="pauseBetweenBrackets")] = None
    """Whether brackets in the text make pauses."""
    phonemize_between_brackets: Annotated[bool | None, Field(alias="phonemizeBetweenBrackets")] = None
    """Whether text in brackets is read as phonemes."""
    reduce_latency: Annotated[bool | None, Field(alias="reduceLatency")] = None
    """Whether quality is given up for lower latency."""
    inline_speed_alpha: Annotated[str | None, Field(alias="inlineSpeedAlpha")] = None
    """Speeds of the words that the text marks."""
    language: RimeAILanguage | None = None
    """Language that is spoken."""


class FallbackSesameVoice(Model):
    """A voice of Sesame to fall back on."""

    provider: Literal["sesame"] = constant("sesame")
    """Always `sesame`."""
    model: Literal["csm-1b"] = constant("csm-1b")
    """Always `csm-1b`."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    voice_id: Annotated[str, Field(alias="voiceId")]
    """Name of a built-in voice, or UUID of a voice of your own."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


SmallestAIVoiceName: TypeAlias = Open[
    Literal[
        "aarav",
        "ananya",
        "aravind",
        "arman",
        "deepika",
        "diya",
        "emily",
        "isha",
        "james",
        "jasmine",
        "kajal",
        "mansi",
        "mithali",
        "monika",
        "niharika",
        "nisha",
        "pooja",
        "radhika",
        "raghav",
        "raj",
        "raman",
        "saina",
        "sanya",
        "saurabh",
        "william",
    ],
    str,
]
"""Voice of Smallest AI."""


class FallbackSmallestAIVoice(Model):
    """A voice of Smallest AI to fall back on."""

    provider: Literal["smallest-ai"] = constant("smallest-ai")
    """Always `smallest-ai`."""
    voice_id: Annotated[SmallestAIVoiceName | str, Field(alias="voiceId")]
    """Id of the voice; one of the presets or any other that the provider knows."""
    model: Open[Literal["lightning"], str] | None = None
    """Smallest AI model."""
    speed: float | None = None
    """How fast the voice speaks."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """


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
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """


VapiVoiceLanguage: TypeAlias = Open[
    Literal[
        "ar",
        "ar-AE",
        "ar-EG",
        "ar-SA",
        "auto",
        "bg",
        "bn",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "en-AU",
        "en-CA",
        "en-GB",
        "en-US",
        "es",
        "es-ES",
        "es-MX",
        "fi",
        "fil",
        "fr",
        "fr-CA",
        "fr-FR",
        "gu",
        "he",
        "hi",
        "hr",
        "hu",
        "id",
        "it",
        "ja",
        "ka",
        "kn",
        "ko",
        "ml",
        "mr",
        "ms",
        "nl",
        "no",
        "pa",
        "pl",
        "pt",
        "pt-BR",
        "pt-PT",
        "ro",
        "ru",
        "sk",
        "sv",
        "ta",
        "te",
        "th",
        "tl",
        "tr",
        "uk",
        "vi",
        "zh",
    ],
    str,
]
"""Language that a voice of Vapi speaks."""


class VapiPronunciationDictionaryLocator(Model):
    """A pronunciation dictionary."""

    pronunciation_dict_id: Annotated[str, Field(alias="pronunciationDictId")]
    """Id of the dictionary."""
    version_id: Annotated[str | None, Field(alias="versionId")] = None
    """Id of the version of the dictionary."""
    provider: Open[Literal["11labs", "cartesia"], str] | None = None
    """Provider that keeps the dictionary."""


class FallbackVapiVoice(Model):
    """A voice of Vapi to fall back on."""

    provider: Literal["vapi"] = constant("vapi")
    """Always `vapi`."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    voice_id: Annotated[str, Field(alias="voiceId")]
    """Id of the voice."""
    version: Open[Literal["1", "2", "latest"], str] | Open[Literal[1, 2], int] | None = None
    """Version of the voice."""
    speed: Annotated[float | None, Field(ge=0.25, le=2)] = None
    """How fast the voice speaks.

    Default: `1`
    """
    language: VapiVoiceLanguage | None = None
    """Language that is spoken."""
    pronunciation_dictionary: Annotated[
        list[VapiPronunciationDictionaryLocator] | None, Field(alias="pronunciationDictionary")
    ] = None
    """Pronunciation dictionaries that are used."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


class FallbackWellSaidVoice(Model):
    """A voice of WellSaid to fall back on."""

    provider: Literal["wellsaid"] = constant("wellsaid")
    """Always `wellsaid`."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    voice_id: Annotated[str, Field(alias="voiceId")]
    """Id of the voice."""
    model: Open[Literal["caruso", "legacy"], str] | None = None
    """WellSaid model."""
    enable_ssml: Annotated[bool | None, Field(alias="enableSsml")] = None
    """Whether SSML in the text is honoured."""
    library_ids: Annotated[list[str] | None, Field(alias="libraryIds")] = None
    """Ids of the pronunciation libraries that are used."""
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


XaiVoiceLanguage: TypeAlias = Open[
    Literal[
        "ar-AE",
        "ar-EG",
        "ar-SA",
        "auto",
        "bn",
        "de",
        "en",
        "es-ES",
        "es-MX",
        "fr",
        "hi",
        "id",
        "it",
        "ja",
        "ko",
        "pt-BR",
        "pt-PT",
        "ru",
        "tr",
        "vi",
        "zh",
    ],
    str,
]
"""Language that xAI speaks; `auto` finds out."""


class FallbackXaiVoice(Model):
    """A voice of xAI to fall back on."""

    provider: Literal["xai"] = constant("xai")
    """Always `xai`."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    voice_id: Annotated[Open[Literal["ara", "eve", "leo", "rex", "sal"], str], Field(alias="voiceId")]
    """Id of the voice."""
    language: XaiVoiceLanguage | None = None
    """Language that is spoken.

    Default: `"en"`
    """
    speed: Annotated[float | None, Field(ge=0.7, le=1.5)] = None
    """How fast the voice speaks.

    Default: `1.1`
    """
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


FallbackVoice: TypeAlias = Annotated[
    FallbackAzureVoice
    | FallbackCartesiaVoice
    | FallbackCustomVoice
    | FallbackDeepgramVoice
    | FallbackElevenLabsVoice
    | FallbackHumeVoice
    | FallbackInworldVoice
    | FallbackLMNTVoice
    | FallbackMicrosoftVoice
    | FallbackNeetsVoice
    | FallbackNeuphonicVoice
    | FallbackOpenAIVoice
    | FallbackPlayHTVoice
    | FallbackRimeAIVoice
    | FallbackSesameVoice
    | FallbackSmallestAIVoice
    | FallbackTavusVoice
    | FallbackVapiVoice
    | FallbackWellSaidVoice
    | FallbackXaiVoice
    | Unknown,
    Discriminated("provider"),
]
"""A voice that takes over when the one before it fails; `provider` says which."""


class FallbackPlan(Model):
    """Voices that take over when the assistant's own voice fails."""

    voices: list[FallbackVoice]
    """The fallback voices, in the order in which they are tried."""


class VoiceProperties(Model):
    """What voices take, beside what they share with the fallback voice of their provider."""

    fallback_plan: Annotated[FallbackPlan | None, Field(alias="fallbackPlan")] = None
    """Voices that take over when this one fails."""


class FormerVoiceProperties(VoiceProperties):
    """Deprecated. What voices took at an older age of the API."""

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


class AzureVoice(FallbackAzureVoice, FormerVoiceProperties):
    """A voice of Azure."""


class CartesiaVoice(FallbackCartesiaVoice, FormerVoiceProperties):
    """A voice of Cartesia."""


class CustomVoice(FallbackCustomVoice, FormerVoiceProperties):
    """A voice that a server of your own speaks with."""


class DeepgramVoice(FallbackDeepgramVoice, FormerVoiceProperties):
    """A voice of Deepgram."""


class ElevenLabsVoice(FallbackElevenLabsVoice, FormerVoiceProperties):
    """A voice of ElevenLabs."""


class HumeVoice(FallbackHumeVoice, VoiceProperties):
    """A voice of Hume."""


class InworldVoice(FallbackInworldVoice, VoiceProperties):
    """A voice of Inworld."""


class LMNTVoice(FallbackLMNTVoice, FormerVoiceProperties):
    """A voice of LMNT."""


class MicrosoftVoice(FallbackMicrosoftVoice, VoiceProperties):
    """A voice of Microsoft."""


MinimaxVoiceModel: TypeAlias = Open[Literal["speech-02-hd", "speech-02-turbo", "speech-2.5-turbo-preview"], str]
"""Voice model of MiniMax."""


MinimaxLanguage: TypeAlias = Open[
    Literal[
        "Afrikaans",
        "Arabic",
        "auto",
        "Bulgarian",
        "Catalan",
        "Chinese",
        "Chinese,Yue",
        "Croatian",
        "Czech",
        "Danish",
        "Dutch",
        "English",
        "Filipino",
        "Finnish",
        "French",
        "German",
        "Greek",
        "Hebrew",
        "Hindi",
        "Hungarian",
        "Indonesian",
        "Italian",
        "Japanese",
        "Korean",
        "Malay",
        "Norwegian",
        "Nynorsk",
        "Persian",
        "Polish",
        "Portuguese",
        "Romanian",
        "Russian",
        "Slovak",
        "Slovenian",
        "Spanish",
        "Swedish",
        "Tamil",
        "Thai",
        "Turkish",
        "Ukrainian",
        "Vietnamese",
    ],
    str,
]
"""Language or dialect that MiniMax speaks; `auto` finds out."""


class MinimaxVoice(VoiceProperties):
    """A voice of MiniMax."""

    provider: Literal["minimax"] = constant("minimax")
    """Always `minimax`."""
    caching_enabled: Annotated[bool | None, Field(alias="cachingEnabled")] = None
    """Whether speech that was made before is kept and used again.

    Default: `true`
    """
    voice_id: Annotated[str, Field(alias="voiceId")]
    """Id of the voice."""
    model: MinimaxVoiceModel | None = None
    """MiniMax model.

    Default: `"speech-02-turbo"`
    """
    emotion: str | None = None
    """Emotion that the voice expresses."""
    subtitle_type: Annotated[Open[Literal["sentence", "word"], str] | None, Field(alias="subtitleType")] = None
    """Whether subtitles come by word or by sentence.

    Default: `"sentence"`
    """
    pitch: Annotated[float | None, Field(ge=-12, le=12)] = None
    """How much higher or lower the voice speaks.

    Default: `0`
    """
    speed: Annotated[float | None, Field(ge=0.5, le=2)] = None
    """How fast the voice speaks.

    Default: `1`
    """
    volume: Annotated[float | None, Field(ge=0.5, le=2)] = None
    """How loud the voice is.

    Default: `1`
    """
    region: Open[Literal["china", "worldwide"], str] | None = None
    """Which of MiniMax's services is used.

    Default: `"worldwide"`
    """
    language_boost: Annotated[MinimaxLanguage | None, Field(alias="languageBoost")] = None
    """Language or dialect that is recognised better."""
    text_normalization_enabled: Annotated[bool | None, Field(alias="textNormalizationEnabled")] = None
    """Whether numbers, dates and the like are written out before they are spoken.

    Default: `true`
    """
    chunk_plan: Annotated[ChunkPlan | None, Field(alias="chunkPlan")] = None
    """How the model's output is cut into chunks before it is spoken."""


class NeetsVoice(FallbackNeetsVoice, FormerVoiceProperties):
    """Deprecated. A voice of Neets."""


class NeuphonicVoice(FallbackNeuphonicVoice, VoiceProperties):
    """A voice of Neuphonic."""


class OpenAIVoice(FallbackOpenAIVoice, FormerVoiceProperties):
    """A voice of OpenAI."""


class PlayHTVoice(FallbackPlayHTVoice, FormerVoiceProperties):
    """A voice of PlayHT."""


class RimeAIVoice(FallbackRimeAIVoice, FormerVoiceProperties):
    """A voice of Rime."""


class SesameVoice(FallbackSesameVoice, VoiceProperties):
    """A voice of Sesame."""


class SmallestAIVoice(FallbackSmallestAIVoice, FormerVoiceProperties):
    """A voice of Smallest AI."""


class TavusVoice(FallbackTavusVoice, FormerVoiceProperties):
    """A voice of Tavus."""


class VapiVoice(FallbackVapiVoice):
    """A voice of Vapi."""


class WellSaidVoice(FallbackWellSaidVoice, VoiceProperties):
    """A voice of WellSaid."""


class XaiVoice(FallbackXaiVoice, VoiceProperties):
    """A voice of xAI."""


Voice: TypeAlias = Annotated[
    AzureVoice
    | CartesiaVoice
    | CustomVoice
    | DeepgramVoice
    | ElevenLabsVoice
    | HumeVoice
    | InworldVoice
    | LMNTVoice
    | MicrosoftVoice
    | MinimaxVoice
    | NeetsVoice
    | NeuphonicVoice
    | OpenAIVoice
    | PlayHTVoice
    | RimeAIVoice
    | SesameVoice
    | SmallestAIVoice
    | TavusVoice
    | VapiVoice
    | WellSaidVoice
    | XaiVoice
    | Unknown,
    Discriminated("provider"),
]
"""The voice that speaks the assistant's words; `provider` says which."""


class GlobalNodePlan(Model):
    """Whether a node may be entered from anywhere."""

    enabled: bool | None = None
    """Whether the node may be entered from anywhere.

    Default: `false`
    """
    enter_condition: Annotated[str | None, Field(alias="enterCondition", max_length=1000)] = None
    """When the node is entered.

    Default: `""`
    """


class GatherNode(NodeProperties):
    """Deprecated. Asks the user for data."""

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
    """Deprecated. Ends the call."""

    type: Literal["hangup"] = constant("hangup")
    """Always `hangup`."""


class SayNode(NodeProperties):
    """Deprecated. Says something."""

    type: Literal["say"] = constant("say")
    """Always `say`."""
    exact: Annotated[str | None, Field(max_length=1000)] = None
    """Words that are said exactly so."""
    prompt: Annotated[str | None, Field(max_length=1000)] = None
    """Prompt that the model makes the words from."""


class AIEdgeCondition(Model):
    """The edge is taken when the model says so."""

    type: Literal["ai"] = constant("ai")
    """Always `ai`."""
    prompt: Annotated[str, Field(max_length=1000)]
    """What the model is asked."""


class ProgrammaticEdgeCondition(Model):
    """Deprecated. The edge is taken when an expression is true."""

    type: Literal["programmatic"] = constant("programmatic")
    """Always `programmatic`."""
    boolean_expression: Annotated[str, Field(alias="booleanExpression", max_length=100)]
    """The expression."""


class SemanticEdgeCondition(Model):
    """Deprecated. The edge is taken when the conversation matches a description."""

    type: Literal["semantic"] = constant("semantic")
    """Always `semantic`."""
    matches: list[Annotated[str, Field(max_length=100)]]
    """Descriptions, one of which must match."""


EdgeCondition: TypeAlias = Annotated[
    AIEdgeCondition | ProgrammaticEdgeCondition | SemanticEdgeCondition | Unknown, Discriminated("type")
]
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


class LangfuseObservabilityPlan(Model):
    """Traces calls with Langfuse."""

    provider: Literal["langfuse"] = constant("langfuse")
    """Always `langfuse`."""
    prompt_name: Annotated[str | None, Field(alias="promptName")] = None
    """Name of the prompt at Langfuse."""
    prompt_version: Annotated[float | None, Field(alias="promptVersion", ge=1)] = None
    """Version of the prompt."""
    trace_name: Annotated[str | None, Field(alias="traceName")] = None
    """Name of the trace."""
    tags: list[str]
    """Tags of the trace."""
    metadata: dict[str, Any] | None = None
    """Data of your own to keep with the trace."""


ObservabilityPlan: TypeAlias = Annotated[LangfuseObservabilityPlan | Unknown, Discriminated("provider")]
"""Service that calls are traced with; `provider` says which."""


BackgroundSound: TypeAlias = Open[Literal["off", "office"], str] | str
"""Sound in the background of a call: by name, or the URL of an audio file."""


class MessageAddHookAction(Model):
    """Adds a message to the conversation."""

    type: Literal["message.add"] = constant("message.add")
    """Always `message.add`."""
    message: OpenAIMessage
    """The message."""
    trigger_response_enabled: Annotated[bool | None, Field(alias="triggerResponseEnabled")] = None
    """Whether the assistant answers it.

    Default: `true`
    """


class ToolCallFunction(Model):
    """A function that is called."""

    arguments: str
    """Arguments, as JSON in a string."""
    name: Annotated[str, Field(max_length=80)]
    """Name of the function."""


class ToolCall(Model):
    """A call of a tool."""

    id: str
    """Id of the call."""
    type: str
    """Type of the tool."""
    function: ToolCallFunction
    """Function that is called."""


class AssistantMessage(Model):
    """Something that the assistant wrote."""

    role: Literal["assistant"] = constant("assistant")
    """Always `assistant`."""
    content: Annotated[str | None, Field(max_length=10000)] = None
    """Text of the message."""
    refusal: Annotated[str | None, Field(max_length=10000)] = None
    """Why the assistant refused."""
    tool_calls: list[ToolCall] | None = None
    """Tools that the assistant called."""
    name: Annotated[str | None, Field(max_length=40)] = None
    """Name of the participant."""
    metadata: dict[str, Any] | None = None
    """Data of your own to keep with the message."""


class DeveloperMessage(Model):
    """An instruction of the developer."""

    role: Literal["developer"] = constant("developer")
    """Always `developer`."""
    content: Annotated[str, Field(max_length=10000)]
    """Text of the message."""
    name: Annotated[str | None, Field(max_length=40)] = None
    """Name of the participant."""
    metadata: dict[str, Any] | None = None
    """Data of your own to keep with the message."""


class ToolResultMessage(Model):
    """The answer of a tool."""

    role: Literal["tool"] = constant("tool")
    """Always `tool`."""
    content: Annotated[str, Field(max_length=10000)]
    """Text of the answer."""
    tool_call_id: str
    """Id of the call that is answered."""
    name: Annotated[str | None, Field(max_length=40)] = None
    """Name of the participant."""
    metadata: dict[str, Any] | None = None
    """Data of your own to keep with the message."""


ChatMessage: TypeAlias = Annotated[
    AssistantMessage | DeveloperMessage | ToolResultMessage | Unknown, Discriminated("role")
]
"""A message of a chat; `role` says who it is from."""


class SystemMessage(Model):
    """A message of the system in a call."""

    role: str
    """Who the message is from."""
    message: str
    """Text of the message."""
    time: float
    """When the message was sent."""
    seconds_from_start: Annotated[float, Field(alias="secondsFromStart")]
    """Seconds since the call started."""


class UserMessage(Model):
    """Something that the user said in a call."""

    role: str
    """Who the message is from."""
    message: str
    """Text of the message."""
    time: float
    """When the user began to speak."""
    end_time: Annotated[float, Field(alias="endTime")]
    """When the user finished."""
    seconds_from_start: Annotated[float, Field(alias="secondsFromStart")]
    """Seconds since the call started."""
    duration: float | None = None
    """How long the user spoke."""
    is_filtered: Annotated[bool | None, Field(alias="isFiltered")] = None
    """Whether the security filter changed the message."""
    detected_threats: Annotated[list[str] | None, Field(alias="detectedThreats")] = None
    """What the security filter found."""
    original_message: Annotated[str | None, Field(alias="originalMessage")] = None
    """Text of the message before it was filtered."""
    metadata: dict[str, Any] | None = None
    """Data that is kept with the message."""
    speaker_label: Annotated[str | None, Field(alias="speakerLabel")] = None
    """Label of the speaker, where speakers are told apart."""


PromptMessage: TypeAlias = ChatMessage | UserMessage | SystemMessage
"""A message of a prompt. Messages of a chat have a `role` of their own. Messages of a call leave `role` open: one with
`endTime` is the user's, one without is the system's.
"""


class SayHookAction(Model):
    """Says something."""

    type: Literal["say"] = constant("say")
    """Always `say`."""
    exact: str | list[str] | None = None
    """Words that are said exactly so: one text, or several."""
    prompt: str | list[PromptMessage] | None = None
    """Prompt that the model makes the words from: a text, or messages."""


class CustomerSpeechTimeoutOptions(Model):
    """How long the customer may be silent."""

    trigger_reset_mode: Annotated[
        Open[Literal["never", "onUserSpeech"], str] | None, Field(alias="triggerResetMode")
    ] = None
    """Whether the count starts anew when the user speaks."""
    timeout_seconds: Annotated[float, Field(alias="timeoutSeconds", ge=1, le=1000)]
    """Seconds of silence before the hook acts."""
    trigger_max_count: Annotated[float | None, Field(alias="triggerMaxCount", ge=1, le=10)] = None
    """How often the hook acts at most."""


class HookFilter(Model):
    """Which calls a hook is for."""

    type: Literal["oneOf"] = constant("oneOf")
    """Always `oneOf`."""
    key: Annotated[str, Field(max_length=1000)]
    """What is looked at."""
    one_of: Annotated[list[Annotated[str, Field(max_length=1000)]], Field(alias="oneOf")]
    """Values, one of which it must have."""


class CredentialProperties(Model):
    """What all credentials take."""

    name: Annotated[str | None, Field(max_length=40, min_length=1)] = None
    """Name that you know the credential by."""


AnthropicBedrockRegion: TypeAlias = Open[
    Literal["ap-northeast-1", "ap-southeast-2", "eu-central-1", "eu-west-1", "eu-west-3", "us-east-1", "us-west-2"], str
]
"""Region of AWS where Amazon Bedrock offers Anthropic."""


class AwsIamAuthenticationPlan(Model):
    """Authentication by an access key of AWS IAM."""

    type: Literal["aws-iam"] = constant("aws-iam")
    """Always `aws-iam`."""
    aws_access_key_id: Annotated[str, Field(alias="awsAccessKeyId", max_length=128)]
    """Id of the access key."""
    aws_secret_access_key: Annotated[str, Field(alias="awsSecretAccessKey", max_length=256)]
    """The access key itself."""


class AwsStsAuthenticationPlan(Model):
    """Authentication by a role that AWS STS lends."""

    type: Literal["aws-sts"] = constant("aws-sts")
    """Always `aws-sts`."""
    role_arn: Annotated[str, Field(alias="roleArn")]
    """ARN of the role."""
    external_id: Annotated[str | None, Field(alias="externalId", max_length=256)] = None
    """External id that the role asks for."""


AwsAuthenticationPlan: TypeAlias = Annotated[
    AwsIamAuthenticationPlan | AwsStsAuthenticationPlan | Unknown, Discriminated("type")
]
"""How requests to AWS are authenticated; `type` says how."""


class AnthropicBedrockCredential(CredentialProperties):
    """Credential for Anthropic on Amazon Bedrock."""

    provider: Literal["anthropic-bedrock"] = constant("anthropic-bedrock")
    """Always `anthropic-bedrock`."""
    region: AnthropicBedrockRegion
    """Region of AWS."""
    authentication_plan: Annotated[AwsAuthenticationPlan, Field(alias="authenticationPlan")]
    """How requests are authenticated."""


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
        "australiaeast",
        "canadacentral",
        "canadaeast",
        "centralus",
        "eastus",
        "eastus2",
        "france",
        "germanywestcentral",
        "india",
        "japaneast",
        "japanwest",
        "northcentralus",
        "norway",
        "polandcentral",
        "southcentralus",
        "spaincentral",
        "swedencentral",
        "switzerland",
        "switzerlandnorth",
        "switzerlandwest",
        "uaenorth",
        "uk",
        "westeurope",
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
    service: Open[Literal["blob_storage", "speech"], str]
    """Service of Azure that the credential is for.

    Default: `"speech"`
    """
    region: AzureRegion | None = None
    """Region of the service."""
    api_key: Annotated[str | None, Field(alias="apiKey", max_length=10000)] = None
    """API key of the account."""
    bucket_plan: Annotated[AzureBlobStorageBucketPlan | None, Field(alias="bucketPlan")] = None
    """Where in Blob Storage artifacts are stored."""
    fallback_index: Annotated[float | None, Field(alias="fallbackIndex", ge=1)] = None
    """Place in the order in which storage is tried, from 1."""


AzureOpenAIModelName: TypeAlias = Open[
    Literal[
        "gpt-35-turbo-0125",
        "gpt-35-turbo-1106",
        "gpt-4-0125-preview",
        "gpt-4-0613",
        "gpt-4-1106-preview",
        "gpt-4-turbo-2024-04-09",
        "gpt-4.1",
        "gpt-4.1-2025-04-14",
        "gpt-4.1-mini-2025-04-14",
        "gpt-4.1-nano-2025-04-14",
        "gpt-4o",
        "gpt-4o-2024-05-13",
        "gpt-4o-2024-08-06",
        "gpt-4o-2024-11-20",
        "gpt-4o-mini-2024-07-18",
        "gpt-5",
        "gpt-5-mini",
        "gpt-5-nano",
        "gpt-5.1",
        "gpt-5.1-chat",
        "gpt-5.2",
        "gpt-5.2-chat",
        "gpt-5.4",
        "gpt-5.4-mini",
        "gpt-5.4-mini-2026-03-17",
        "gpt-5.4-nano",
        "gpt-5.6-luna-2026-07-09",
        "gpt-5.6-sol-2026-07-09",
        "gpt-5.6-terra-2026-07-09",
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
        Open[Literal["tcp", "tls", "tls/srtp", "udp"], str] | None, Field(alias="outboundProtocol")
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
    """Deprecated. Settings of a session border controller."""


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
    """Deprecated. Settings of the session border controller."""


class CartesiaCredential(CredentialProperties):
    """Credential for Cartesia."""

    provider: Literal["cartesia"] = constant("cartesia")
    """Always `cartesia`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""
    api_url: Annotated[str | None, Field(alias="apiUrl")] = None
    """URL of the API, in place of the usual one."""


class CerebrasCredential(CredentialProperties):
    """Credential for Cerebras."""

    provider: Literal["cerebras"] = constant("cerebras")
    """Always `cerebras`."""
    api_key: Annotated[str, Field(alias="apiKey", max_length=10000)]
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
    fallback_index: Annotated[float | None, Field(alias="fallbackIndex", ge=1)] = None
    """Place in the order in which storage is tried, from 1."""


class BearerAuthenticationPlan(Model):
    """Authentication by a bearer token."""

    type: Literal["bearer"] = constant("bearer")
    """Always `bearer`."""
    token: str
    """The token."""
    header_name: Annotated[str | None, Field(alias="headerName")] = None
    """Header that carries the token."""
    bearer_prefix_enabled: Annotated[bool | None, Field(alias="bearerPrefixEnabled")] = None
    """Whether `Bearer` stands before the token."""


class HMACAuthenticationPlan(Model):
    """Authentication by a signature (HMAC) over each request."""

    type: Literal["hmac"] = constant("hmac")
    """Always `hmac`."""
    secret_key: Annotated[str, Field(alias="secretKey")]
    """Key that requests are signed with."""
    algorithm: Open[Literal["sha1", "sha256", "sha512"], str]
    """Hash algorithm."""
    signature_header: Annotated[str | None, Field(alias="signatureHeader")] = None
    """Header that carries the signature."""
    timestamp_header: Annotated[str | None, Field(alias="timestampHeader")] = None
    """Header that carries the time."""
    signature_prefix: Annotated[str | None, Field(alias="signaturePrefix")] = None
    """Text that stands before the signature."""
    include_timestamp: Annotated[bool | None, Field(alias="includeTimestamp")] = None
    """Whether the time is signed too."""
    payload_format: Annotated[str | None, Field(alias="payloadFormat")] = None
    """How the text that is signed is put together."""
    message_id_header: Annotated[str | None, Field(alias="messageIdHeader")] = None
    """Header that carries the id of the message."""
    signature_encoding: Annotated[Open[Literal["base64", "hex"], str] | None, Field(alias="signatureEncoding")] = None
    """How the signature is written."""
    secret_is_base64: Annotated[bool | None, Field(alias="secretIsBase64")] = None
    """Whether the key is written in Base64."""


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
    scope: Annotated[str | None, Field(max_length=1000)] = None
    """Scope that tokens are asked for."""


AuthenticationPlan: TypeAlias = Annotated[
    BearerAuthenticationPlan | HMACAuthenticationPlan | OAuth2AuthenticationPlan | Unknown, Discriminated("type")
]
"""How requests are authenticated; `type` says how."""


class SpkiPemPublicKeyConfig(Model):
    """A public key in SPKI form, written as PEM."""

    format: Literal["spki-pem"] = constant("spki-pem")
    """Always `spki-pem`."""
    name: Annotated[str | None, Field(max_length=100)] = None
    """Name of the key."""
    pem: str
    """The key."""


PublicKey: TypeAlias = Annotated[SpkiPemPublicKeyConfig | Unknown, Discriminated("format")]
"""A public key; `format` says how it is written."""


class PublicKeyEncryptionPlan(Model):
    """Encryption with a public key."""

    type: Literal["public-key"] = constant("public-key")
    """Always `public-key`."""
    algorithm: Literal["RSA-OAEP-256"] = constant("RSA-OAEP-256")
    """Always `RSA-OAEP-256`."""
    public_key: Annotated[PublicKey, Field(alias="publicKey")]
    """The key."""


EncryptionPlan: TypeAlias = Annotated[PublicKeyEncryptionPlan | Unknown, Discriminated("type")]
"""How parts of requests are encrypted; `type` says how."""


class CustomCredential(CredentialProperties):
    """Credential for a service of your own."""

    provider: Literal["custom-credential"] = constant("custom-credential")
    """Always `custom-credential`."""
    authentication_plan: Annotated[AuthenticationPlan, Field(alias="authenticationPlan")]
    """How requests are authenticated."""
    encryption_plan: Annotated[EncryptionPlan | None, Field(alias="encryptionPlan")] = None
    """How parts of requests are encrypted."""


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


ElevenLabsCredentialApiUrl: TypeAlias = (
    Open[Literal["https://api.elevenlabs.io", "https://api.eu.residency.elevenlabs.io"], str] | None
)
"""URL of the API: the usual one, or the one for data that stays in the EU."""


class ElevenLabsCredential(CredentialProperties):
    """Credential for ElevenLabs."""

    provider: Literal["11labs"] = constant("11labs")
    """Always `11labs`."""
    api_key: Annotated[str, Field(alias="apiKey", max_length=10000)]
    """API key of the account."""
    api_url: Annotated[ElevenLabsCredentialApiUrl | None, Field(alias="apiUrl")] = None


class EmailCredential(CredentialProperties):
    """An e-mail address."""

    provider: Literal["email"] = constant("email")
    """Always `email`."""
    email: str
    """The address."""


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
    fallback_index: Annotated[float | None, Field(alias="fallbackIndex", ge=1)] = None
    """Place in the order in which storage is tried, from 1."""
    region: Annotated[str | None, Field(max_length=40)] = None
    """Region of the account."""


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


class OAuth2Session(Model):
    """Tokens of an OAuth 2.0 session."""

    access_token: Annotated[str | None, Field(alias="accessToken")] = None
    """Token that requests carry."""
    expires_at: Annotated[DateTime | None, Field(alias="expiresAt")] = None
    """When the access token expires."""
    refresh_token: Annotated[str | None, Field(alias="refreshToken")] = None
    """Token that a new access token is fetched with."""


class GoHighLevelMCPCredential(CredentialProperties):
    """Credential for GoHighLevel's MCP server."""

    provider: Literal["ghl.oauth2-authorization"] = constant("ghl.oauth2-authorization")
    """Always `ghl.oauth2-authorization`."""
    authentication_session: Annotated[OAuth2Session, Field(alias="authenticationSession")]
    """Tokens of the OAuth 2.0 session."""


class GoogleCalendarOAuth2AuthorizationCredential(CredentialProperties):
    """Authorisation for Google Calendar."""

    provider: Literal["google.calendar.oauth2-authorization"] = constant("google.calendar.oauth2-authorization")
    """Always `google.calendar.oauth2-authorization`."""
    authorization_id: Annotated[str, Field(alias="authorizationId")]
    """Id of the authorisation that was granted."""


class GoogleCalendarOAuth2ClientCredential(CredentialProperties):
    """Client for Google Calendar."""

    provider: Literal["google.calendar.oauth2-client"] = constant("google.calendar.oauth2-client")
    """Always `google.calendar.oauth2-client`."""


class GoogleCredential(CredentialProperties):
    """Credential for Google's models."""

    provider: Literal["google"] = constant("google")
    """Always `google`."""
    api_key: Annotated[str, Field(alias="apiKey", max_length=10000)]
    """API key of the account."""


class GoogleSheetsOAuth2AuthorizationCredential(CredentialProperties):
    """Authorisation for Google Sheets."""

    provider: Literal["google.sheets.oauth2-authorization"] = constant("google.sheets.oauth2-authorization")
    """Always `google.sheets.oauth2-authorization`."""
    authorization_id: Annotated[str, Field(alias="authorizationId")]
    """Id of the authorisation that was granted."""


class GroqCredential(CredentialProperties):
    """Credential for Groq."""

    provider: Literal["groq"] = constant("groq")
    """Always `groq`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class HumeCredential(CredentialProperties):
    """Credential for Hume."""

    provider: Literal["hume"] = constant("hume")
    """Always `hume`."""
    api_key: Annotated[str, Field(alias="apiKey", max_length=10000)]
    """API key of the account."""


class InflectionAICredential(CredentialProperties):
    """Credential for Inflection AI."""

    provider: Literal["inflection-ai"] = constant("inflection-ai")
    """Always `inflection-ai`."""
    api_key: Annotated[str, Field(alias="apiKey", max_length=10000)]
    """API key of the account."""


class InworldCredential(CredentialProperties):
    """Credential for Inworld."""

    provider: Literal["inworld"] = constant("inworld")
    """Always `inworld`."""
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


class MicrosoftCredential(CredentialProperties):
    """Credential for Microsoft."""

    provider: Literal["microsoft"] = constant("microsoft")
    """Always `microsoft`."""
    api_key: Annotated[str, Field(alias="apiKey", max_length=10000)]
    """API key of the account."""
    region: Annotated[str | None, Field(max_length=64)] = None
    """Region of the account."""


class MinimaxCredential(CredentialProperties):
    """Credential for MiniMax."""

    provider: Literal["minimax"] = constant("minimax")
    """Always `minimax`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""
    group_id: Annotated[str, Field(alias="groupId")]
    """Id of the group at MiniMax."""


class MistralCredential(CredentialProperties):
    """Credential for Mistral."""

    provider: Literal["mistral"] = constant("mistral")
    """Always `mistral`."""
    api_key: Annotated[str, Field(alias="apiKey", max_length=100)]
    """API key of the account."""


class NeuphonicCredential(CredentialProperties):
    """Credential for Neuphonic."""

    provider: Literal["neuphonic"] = constant("neuphonic")
    """Always `neuphonic`."""
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


class S3CompatibleBucketPlan(Model):
    """A bucket of storage that speaks the API of Amazon S3."""

    url: str
    """URL of the storage."""
    region: Annotated[str, Field(max_length=64)]
    """Region of the bucket."""
    access_key_id: Annotated[str, Field(alias="accessKeyId")]
    """Id of the access key."""
    secret_access_key: Annotated[str | None, Field(alias="secretAccessKey")] = None
    """The access key itself."""
    name: str
    """Name of the bucket."""
    path: str | None = None
    """Path that artifacts are stored under."""


class S3CompatibleCredential(CredentialProperties):
    """Credential for storage that speaks the API of Amazon S3."""

    provider: Literal["s3-compatible"] = constant("s3-compatible")
    """Always `s3-compatible`."""
    bucket_plan: Annotated[S3CompatibleBucketPlan, Field(alias="bucketPlan")]
    """Bucket that artifacts are stored in."""
    fallback_index: Annotated[float | None, Field(alias="fallbackIndex", ge=1)] = None
    """Place in the order in which storage is tried, from 1."""


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
    fallback_index: Annotated[float | None, Field(alias="fallbackIndex", ge=1)] = None
    """Place in the order in which storage is tried, from 1."""


class SlackOAuth2AuthorizationCredential(CredentialProperties):
    """Authorisation for Slack."""

    provider: Literal["slack.oauth2-authorization"] = constant("slack.oauth2-authorization")
    """Always `slack.oauth2-authorization`."""
    authorization_id: Annotated[str, Field(alias="authorizationId")]
    """Id of the authorisation that was granted."""


class SlackWebhookCredential(CredentialProperties):
    """Webhook of Slack."""

    provider: Literal["slack-webhook"] = constant("slack-webhook")
    """Always `slack-webhook`."""
    webhook_url: Annotated[str, Field(alias="webhookUrl")]
    """URL of the webhook."""


class SmallestAICredential(CredentialProperties):
    """Credential for Smallest AI."""

    provider: Literal["smallest-ai"] = constant("smallest-ai")
    """Always `smallest-ai`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


class SonioxCredential(CredentialProperties):
    """Credential for Soniox."""

    provider: Literal["soniox"] = constant("soniox")
    """Always `soniox`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""
    api_url: Annotated[str | None, Field(alias="apiUrl")] = None
    """URL of the API, in place of the usual one."""


class SpeechmaticsCredential(CredentialProperties):
    """Credential for Speechmatics."""

    provider: Literal["speechmatics"] = constant("speechmatics")
    """Always `speechmatics`."""
    api_key: Annotated[str, Field(alias="apiKey")]
    """API key of the account."""


SupabaseRegion: TypeAlias = Open[
    Literal[
        "ap-northeast-1",
        "ap-northeast-2",
        "ap-south-1",
        "ap-southeast-1",
        "ap-southeast-2",
        "ca-central-1",
        "eu-central-1",
        "eu-central-2",
        "eu-north-1",
        "eu-west-1",
        "eu-west-2",
        "eu-west-3",
        "sa-east-1",
        "us-east-1",
        "us-east-2",
        "us-west-1",
    ],
    str,
]
"""Region of Supabase."""


class SupabaseBucketPlan(Model):
    """Where in Supabase artifacts are stored."""

    region: SupabaseRegion
    """Region of the bucket."""
    url: str
    """URL of the storage."""
    access_key_id: Annotated[str, Field(alias="accessKeyId")]
    """Id of the access key."""
    secret_access_key: Annotated[str, Field(alias="secretAccessKey")]
    """The access key itself."""
    name: str
    """Name of the bucket."""
    path: str | None = None
    """Path that artifacts are stored under."""


class SupabaseCredential(CredentialProperties):
    """Credential for Supabase."""

    provider: Literal["supabase"] = constant("supabase")
    """Always `supabase`."""
    fallback_index: Annotated[float | None, Field(alias="fallbackIndex", ge=1)] = None
    """Place in the order in which storage is tried, from 1."""
    bucket_plan: Annotated[SupabaseBucketPlan | None, Field(alias="bucketPlan")] = None
    """Bucket that artifacts are stored in."""


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
    auth_token: Annotated[str | None, Field(alias="authToken")] = None
    """Token of the account."""
    account_sid: Annotated[str, Field(alias="accountSid")]
    """SID of the account."""
    api_key: Annotated[str | None, Field(alias="apiKey")] = None
    """API key, in place of the token."""
    api_secret: Annotated[str | None, Field(alias="apiSecret")] = None
    """Secret that belongs to the API key."""


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
    authentication_plan: Annotated[AuthenticationPlan, Field(alias="authenticationPlan")]
    """How requests to the server are authenticated."""


class WellSaidCredential(CredentialProperties):
    """Credential for WellSaid."""

    provider: Literal["wellsaid"] = constant("wellsaid")
    """Always `wellsaid`."""
    api_key: Annotated[str, Field(alias="apiKey", max_length=10000)]
    """API key of the account."""


class XaiCredential(CredentialProperties):
    """Credential for xAI."""

    provider: Literal["xai"] = constant("xai")
    """Always `xai`."""
    api_key: Annotated[str, Field(alias="apiKey", max_length=10000)]
    """API key of the account."""


Credential: TypeAlias = Annotated[
    AnthropicBedrockCredential
    | AnthropicCredential
    | AnyscaleCredential
    | AssemblyAICredential
    | AzureCredential
    | AzureOpenAICredential
    | ByoSipTrunkCredential
    | CartesiaCredential
    | CerebrasCredential
    | CloudflareCredential
    | CustomCredential
    | CustomLLMCredential
    | DeepgramCredential
    | DeepInfraCredential
    | DeepSeekCredential
    | ElevenLabsCredential
    | EmailCredential
    | GcpCredential
    | GladiaCredential
    | GoHighLevelCredential
    | GoHighLevelMCPCredential
    | GoogleCalendarOAuth2AuthorizationCredential
    | GoogleCalendarOAuth2ClientCredential
    | GoogleCredential
    | GoogleSheetsOAuth2AuthorizationCredential
    | GroqCredential
    | HumeCredential
    | InflectionAICredential
    | InworldCredential
    | LangfuseCredential
    | LMNTCredential
    | MakeCredential
    | MicrosoftCredential
    | MinimaxCredential
    | MistralCredential
    | NeuphonicCredential
    | OpenAICredential
    | OpenRouterCredential
    | PerplexityAICredential
    | PlayHTCredential
    | RimeAICredential
    | RunpodCredential
    | S3CompatibleCredential
    | S3Credential
    | SlackOAuth2AuthorizationCredential
    | SlackWebhookCredential
    | SmallestAICredential
    | SonioxCredential
    | SpeechmaticsCredential
    | SupabaseCredential
    | TavusCredential
    | TogetherAICredential
    | TwilioCredential
    | VonageCredential
    | WebhookCredential
    | WellSaidCredential
    | XaiCredential
    | Unknown,
    Discriminated("provider"),
]
"""A credential for a service that calls use; `provider` says for which."""


class VoicemailDetectionBackoffPlan(Model):
    """When and how often voicemail detection is tried."""

    start_at_seconds: Annotated[float | None, Field(alias="startAtSeconds", ge=0)] = None
    """Seconds before the first try.

    Default: `5`
    """
    frequency_seconds: Annotated[float | None, Field(alias="frequencySeconds", ge=2.5)] = None
    """Seconds between two tries.

    Default: `5`
    """
    max_retries: Annotated[float | None, Field(alias="maxRetries", ge=1, le=10)] = None
    """How often detection is tried again at most.

    Default: `6`
    """


class VoicemailDetectionProperties(Model):
    """What detection by a model takes."""

    beep_max_await_seconds: Annotated[float | None, Field(alias="beepMaxAwaitSeconds", ge=0, le=30)] = None
    """Seconds to wait for the voicemail's beep at most.

    Default: `30`
    """
    backoff_plan: Annotated[VoicemailDetectionBackoffPlan | None, Field(alias="backoffPlan")] = None
    """When and how often detection is tried."""
    type: Open[Literal["audio", "transcript"], str] | None = None
    """Whether the audio or the transcript is looked at."""


class GoogleVoicemailDetection(VoicemailDetectionProperties):
    """Voicemail detection by a model of Google."""

    provider: Literal["google"] = constant("google")
    """Always `google`."""


class OpenAIVoicemailDetection(VoicemailDetectionProperties):
    """Voicemail detection by a model of OpenAI."""

    provider: Literal["openai"] = constant("openai")
    """Always `openai`."""


VoicemailDetectionType: TypeAlias = Open[
    Literal["fax", "human", "machine_end_beep", "machine_end_other", "machine_end_silence", "machine_start", "unknown"],
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


class VapiVoicemailDetection(VoicemailDetectionProperties):
    """Voicemail detection by Vapi."""

    provider: Literal["vapi"] = constant("vapi")
    """Always `vapi`."""


VoicemailDetectionPlan: TypeAlias = Annotated[
    GoogleVoicemailDetection | OpenAIVoicemailDetection | TwilioVoicemailDetection | VapiVoicemailDetection | Unknown,
    Discriminated("provider"),
]
"""Detection of voicemail; `provider` says by which."""


VoicemailDetection: TypeAlias = Open[Literal["off"], str] | VoicemailDetectionPlan
"""How voicemail is detected; `off` for not at all."""


class SecurityFilter(Model):
    """Something to filter. The documentation does not tell its shape."""


class SecurityFilterPlan(Model):
    """How dangerous text in transcripts is dealt with."""

    enabled: bool | None = None
    """Whether transcripts are filtered.

    Default: `false`
    """
    filters: list[SecurityFilter] | None = None
    """What is filtered."""
    mode: Open[Literal["reject", "replace", "sanitize"], str] | None = None
    """Whether what is found is cleaned, refused or replaced.

    Default: `"sanitize"`
    """
    replacement_text: Annotated[str | None, Field(alias="replacementText")] = None
    """Text that takes the place of what is found.

    Default: `"[FILTERED]"`
    """


class RecordingConsentPlanProperties(Model):
    """What both ways to ask for consent take."""

    message: Annotated[str, Field(max_length=1000)]
    """What the caller is asked or told."""
    voice: Voice | None = None
    """Voice that says so."""
    first_message_mode: Annotated[
        Open[Literal["assistant-speaks-first", "assistant-waits-for-user"], str] | None, Field(alias="firstMessageMode")
    ] = None
    """Who opens the conversation after that.

    Default: `"assistant-speaks-first"`
    """


class RecordingConsentPlanStayOnLine(RecordingConsentPlanProperties):
    """Who stays on the line consents."""

    type: Literal["stay-on-line"] = constant("stay-on-line")
    """Always `stay-on-line`."""
    wait_seconds: Annotated[float | None, Field(alias="waitSeconds", ge=1, le=6)] = None
    """Seconds to wait for the caller to hang up.

    Default: `3`
    """


class RecordingConsentPlanVerbal(RecordingConsentPlanProperties):
    """Consent is asked for and given in words."""

    type: Literal["verbal"] = constant("verbal")
    """Always `verbal`."""
    decline_tool: Annotated[dict[str, Any] | None, Field(alias="declineTool")] = None
    """Tool that runs when the caller declines, given in place."""
    decline_tool_id: Annotated[str | None, Field(alias="declineToolId")] = None
    """Id of a stored tool that runs when the caller declines."""


RecordingConsentPlan: TypeAlias = Annotated[
    RecordingConsentPlanStayOnLine | RecordingConsentPlanVerbal | Unknown, Discriminated("type")
]
"""How the caller is asked whether the call may be recorded; `type` says how."""


class CompliancePlan(Model):
    """Which rules for health and card data calls follow."""

    hipaa_enabled: Annotated[bool | None, Field(alias="hipaaEnabled")] = None
    """Whether calls follow HIPAA, the rules for health data."""
    pci_enabled: Annotated[bool | None, Field(alias="pciEnabled")] = None
    """Whether calls follow PCI, the rules for card data."""
    security_filter_plan: Annotated[SecurityFilterPlan | None, Field(alias="securityFilterPlan")] = None
    """How dangerous text in transcripts is dealt with."""
    recording_consent_plan: Annotated[RecordingConsentPlan | None, Field(alias="recordingConsentPlan")] = None
    """How the caller is asked whether the call may be recorded."""


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
        "AutomaticRubric",
        "Checklist",
        "DescriptiveScale",
        "LikertScale",
        "Matrix",
        "NumericScale",
        "PassFail",
        "PercentageScale",
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


class StructuredDataMultiPlan(Model):
    """One of several sets of data that are taken from a call."""

    key: str
    """Key that the data is stored under."""
    plan: StructuredDataPlan
    """Which data is taken."""


class AnalysisPlan(Model):
    """How a call is analysed when it has ended."""

    summary_plan: Annotated[SummaryPlan | None, Field(alias="summaryPlan")] = None
    """Deprecated. How the summary of the call is made."""
    structured_data_plan: Annotated[StructuredDataPlan | None, Field(alias="structuredDataPlan")] = None
    """Deprecated. Which data is taken from the call."""
    success_evaluation_plan: Annotated[SuccessEvaluationPlan | None, Field(alias="successEvaluationPlan")] = None
    """Deprecated. How success of the call is judged."""
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
    min_messages_threshold: Annotated[float | None, Field(alias="minMessagesThreshold", ge=0)] = None
    """Deprecated. Number of messages from which on a call is analysed."""
    structured_data_multi_plan: Annotated[
        list[StructuredDataMultiPlan] | None, Field(alias="structuredDataMultiPlan")
    ] = None
    """Deprecated. Several sets of data that are taken from the call, by key."""
    outcome_ids: Annotated[list[str] | None, Field(alias="outcomeIds")] = None
    """Deprecated. Ids of the outcomes that are judged."""


class TranscriptPlan(Model):
    """How the transcript of a call is made."""

    enabled: bool | None = None
    """Whether a transcript is made."""
    assistant_name: Annotated[str | None, Field(alias="assistantName")] = None
    """Name that stands before the assistant's words."""
    user_name: Annotated[str | None, Field(alias="userName")] = None
    """Name that stands before the user's words."""


class ComplianceOverride(Model):
    """Exceptions from the rules for health data."""

    force_store_on_hipaa_enabled: Annotated[bool | None, Field(alias="forceStoreOnHipaaEnabled")] = None
    """Whether the data is stored although HIPAA mode is on."""


class EndedReasonCondition(Model):
    """Holds by the reason that a call ended for."""

    type: Literal["endedReason"] = constant("endedReason")
    """Always `endedReason`."""
    operator: Open[Literal["notOneOf", "oneOf"], str]
    """Whether the reason must be one of the values or none of them."""
    values: list[str]
    """The reasons."""


class MinCallDurationCondition(Model):
    """Holds when a call has lasted long enough."""

    type: Literal["minCallDuration"] = constant("minCallDuration")
    """Always `minCallDuration`."""
    seconds: Annotated[float, Field(ge=0)]
    """Fewest seconds."""


class MinMessagesCondition(Model):
    """Holds when a call has enough messages."""

    type: Literal["minMessages"] = constant("minMessages")
    """Always `minMessages`."""
    count: Annotated[float, Field(ge=0)]
    """Fewest messages."""


StructuredOutputCondition: TypeAlias = Annotated[
    EndedReasonCondition | MinCallDurationCondition | MinMessagesCondition | Unknown, Discriminated("type")
]
"""When a structured output is taken; `type` says what is looked at."""


class StructuredOutput(Model):
    """Data of a given shape that is taken from a call."""

    type: Open[Literal["ai", "regex"], str] | None = None
    """Whether a model or a regular expression finds the data.

    Default: `"ai"`
    """
    regex: Annotated[str | None, Field(max_length=1000, min_length=1)] = None
    """The regular expression."""
    model: WorkflowModel | None = None
    """Model that finds the data."""
    compliance_plan: Annotated[ComplianceOverride | None, Field(alias="compliancePlan")] = None
    """Exceptions from the rules for health data."""
    conditions: list[StructuredOutputCondition] | None = None
    """When the data is taken."""
    name: Annotated[str, Field(max_length=40, min_length=1)]
    """Name of the structured output."""
    schema_: Annotated[JsonSchema, Field(alias="schema")]
    """Schema of the data."""
    description: str | None = None
    """What the data is; the model finds it by this."""
    assistant_ids: Annotated[list[str] | None, Field(alias="assistantIds")] = None
    """Ids of the assistants that use it."""
    workflow_ids: Annotated[list[str] | None, Field(alias="workflowIds")] = None
    """Ids of the workflows that use it."""


class BooleanMetricCondition(Model):
    """Gives points when a truth value is as stated."""

    type: Literal["comparator"] = constant("comparator")
    """Always `comparator`."""
    comparator: Literal["="] = constant("=")
    """Always `=`."""
    value: bool
    """Truth value that the output is compared to."""
    points: Annotated[float, Field(ge=0, le=100)]
    """Points that are given."""


class NumberMetricCondition(Model):
    """Gives points when a number compares as stated."""

    type: Literal["comparator"] = constant("comparator")
    """Always `comparator`."""
    comparator: Open[Literal["!=", "<", "<=", "=", ">", ">="], str]
    """How the output is compared."""
    value: float
    """Number that the output is compared to."""
    points: Annotated[float, Field(ge=0, le=100)]
    """Points that are given."""


MetricCondition: TypeAlias = NumberMetricCondition | BooleanMetricCondition
"""When points are given, and how many. `type` is the same for both; `value` tells them apart: a number or a truth
value.
"""


class ScorecardMetric(Model):
    """What points are given for."""

    conditions: list[MetricCondition]
    """When points are given, and how many."""
    structured_output_id: Annotated[str, Field(alias="structuredOutputId")]
    """Id of the structured output that is judged."""


class Scorecard(Model):
    """How calls are scored."""

    name: Annotated[str | None, Field(max_length=80)] = None
    """Name of the scorecard."""
    description: Annotated[str | None, Field(max_length=500)] = None
    """What the scorecard is for."""
    metrics: list[ScorecardMetric]
    """What points are given for."""
    assistant_ids: Annotated[list[str] | None, Field(alias="assistantIds")] = None
    """Ids of the assistants that use it."""


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
    recording_format: Annotated[Open[Literal["mp3", "wav;l16"], str] | None, Field(alias="recordingFormat")] = None
    """Format of the recording."""
    recording_use_custom_storage_enabled: Annotated[bool | None, Field(alias="recordingUseCustomStorageEnabled")] = None
    """Whether the recording goes to storage of your own."""
    full_message_history_enabled: Annotated[bool | None, Field(alias="fullMessageHistoryEnabled")] = None
    """Whether the full history of messages is kept."""
    pcap_enabled: Annotated[bool | None, Field(alias="pcapEnabled")] = None
    """Whether the packets of SIP calls are captured."""
    pcap_s3_path_prefix: Annotated[str | None, Field(alias="pcapS3PathPrefix")] = None
    """Prefix of the path that captured packets are stored under."""
    pcap_use_custom_storage_enabled: Annotated[bool | None, Field(alias="pcapUseCustomStorageEnabled")] = None
    """Whether captured packets go to storage of your own."""
    logging_enabled: Annotated[bool | None, Field(alias="loggingEnabled")] = None
    """Whether the log of the call is kept."""
    logging_use_custom_storage_enabled: Annotated[bool | None, Field(alias="loggingUseCustomStorageEnabled")] = None
    """Whether the log goes to storage of your own."""
    structured_output_ids: Annotated[list[str] | None, Field(alias="structuredOutputIds")] = None
    """Ids of stored structured outputs that are taken from the call."""
    structured_outputs: Annotated[list[StructuredOutput] | None, Field(alias="structuredOutputs")] = None
    """Structured outputs that are taken from the call, given in place."""
    scorecard_ids: Annotated[list[str] | None, Field(alias="scorecardIds")] = None
    """Ids of stored scorecards that the call is scored by."""
    scorecards: list[Scorecard] | None = None
    """Scorecards that the call is scored by, given in place."""
    logging_path: Annotated[str | None, Field(alias="loggingPath")] = None
    """Path that the log is stored under."""


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


class SmartEndpointingPlan(Model):
    """Model that decides that the customer has finished.

    The documentation lets every variant carry every `provider`, so that one schema holds them all.
    """

    provider: Open[Literal["custom-endpointing-model", "livekit", "vapi"], str]
    """Which model decides."""
    wait_function: Annotated[str | None, Field(alias="waitFunction")] = None
    """How long to wait, as a function of how likely it is that the customer has finished; for `livekit`."""
    server: Server | None = None
    """Server of your own that decides; for `custom-endpointing-model`."""


class StartSpeakingPlan(Model):
    """When the assistant starts to speak after the customer."""

    wait_seconds: Annotated[float | None, Field(alias="waitSeconds", ge=0, le=5)] = None
    """Seconds to wait before the assistant speaks."""
    custom_endpointing_rules: Annotated[list[CustomEndpointingRule] | None, Field(alias="customEndpointingRules")] = (
        None
    )
    """Rules of your own for when the customer has finished."""
    transcription_endpointing_plan: Annotated[
        TranscriptionEndpointingPlan | None, Field(alias="transcriptionEndpointingPlan")
    ] = None
    """How the transcript tells that the customer has finished."""
    smart_endpointing_plan: Annotated[SmartEndpointingPlan | None, Field(alias="smartEndpointingPlan")] = None
    """Model that decides that the customer has finished."""
    smart_endpointing_enabled: Annotated[
        bool | Open[Literal["livekit"], str] | None, Field(alias="smartEndpointingEnabled")
    ] = None
    """Deprecated. Whether a model decides that the customer has finished; `livekit` names the model."""


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
    listen_authentication_enabled: Annotated[bool | None, Field(alias="listenAuthenticationEnabled")] = None
    """Whether listening takes authentication."""
    control_authentication_enabled: Annotated[bool | None, Field(alias="controlAuthenticationEnabled")] = None
    """Whether control takes authentication."""
    monitor_ids: Annotated[list[str] | None, Field(alias="monitorIds")] = None
    """Ids of the monitors that watch calls."""


class SmartDenoisingPlan(Model):
    """Filtering by a model."""

    enabled: bool | None = None
    """Whether it is on.

    Default: `true`
    """


class FourierDenoisingPlan(Model):
    """Filtering by loudness and frequency."""

    enabled: bool | None = None
    """Whether it is on.

    Default: `false`
    """
    media_detection_enabled: Annotated[bool | None, Field(alias="mediaDetectionEnabled")] = None
    """Whether media playing in the background are found.

    Default: `true`
    """
    static_threshold: Annotated[float | None, Field(alias="staticThreshold", ge=-80, le=0)] = None
    """Loudness in decibels below which sound is always filtered.

    Default: `-35`
    """
    baseline_offset_db: Annotated[float | None, Field(alias="baselineOffsetDb", ge=-30, le=-5)] = None
    """Distance in decibels from the usual loudness at which sound is filtered.

    Default: `-15`
    """
    window_size_ms: Annotated[float | None, Field(alias="windowSizeMs", ge=1000, le=30000)] = None
    """Milliseconds that the usual loudness is measured over.

    Default: `3000`
    """
    baseline_percentile: Annotated[float | None, Field(alias="baselinePercentile", ge=1, le=99)] = None
    """Percentile that counts as the usual loudness.

    Default: `85`
    """


class BackgroundSpeechDenoisingPlan(Model):
    """How noise and speech from the background are filtered."""

    smart_denoising_plan: Annotated[SmartDenoisingPlan | None, Field(alias="smartDenoisingPlan")] = None
    """Filtering by a model."""
    fourier_denoising_plan: Annotated[FourierDenoisingPlan | None, Field(alias="fourierDenoisingPlan")] = None
    """Filtering by loudness and frequency."""


class KeypadInputPlan(Model):
    """How the caller's key presses are taken in."""

    enabled: bool | None = None
    """Whether key presses are taken in."""
    timeout_seconds: Annotated[float | None, Field(alias="timeoutSeconds", ge=0, le=10)] = None
    """Seconds to wait for the next key."""
    delimiters: Open[Literal["", "#", "*"], str] | None = None
    """Key that ends the input, or none where it is empty."""


class ModelBasedCondition(Model):
    """Deprecated. A condition that the model decides."""

    type: Literal["model-based"] = constant("model-based")
    """Always `model-based`."""
    instruction: Annotated[str, Field(min_length=1)]
    """What the model is told to decide."""


class RuleBasedCondition(Model):
    """Deprecated. A condition that compares two values."""

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
    """Deprecated. Said when a block is complete."""

    type: Literal["block-complete"] = constant("block-complete")
    """Always `block-complete`."""
    contents: list[MessageContent] | None = None
    """The message in several languages, in place of `content`."""
    conditions: list[Condition] | None = None
    """When it applies; all conditions must hold."""
    content: Annotated[str | None, Field(max_length=1000)] = None
    """Text of the message."""


class BlockStartMessage(Model):
    """Deprecated. Said when a block starts."""

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
    """Deprecated. What all blocks take."""

    name: str | None = None
    """Name of the block."""
    messages: list[BlockMessage] | None = None
    """What the assistant says when the block starts and when it is complete."""
    input_schema: Annotated[JsonSchema | None, Field(alias="inputSchema")] = None
    """Schema of the data that the block is given."""
    output_schema: Annotated[JsonSchema | None, Field(alias="outputSchema")] = None
    """Schema of the data that the block returns."""


class ConversationBlock(BlockProperties):
    """Deprecated. Holds a conversation with the user."""

    type: Literal["conversation"] = constant("conversation")
    """Always `conversation`."""
    instruction: Annotated[str, Field(min_length=1)]
    """What the model is told to do."""


class AssignmentMutation(Model):
    """Deprecated. Assigns a value to a variable."""

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
    """Deprecated. Hands the conversation on to a step."""

    type: Literal["step"] = constant("step")
    """Always `step`."""
    conditions: list[Condition] | None = None
    """When it applies; all conditions must hold."""
    step_name: Annotated[str, Field(alias="stepName", min_length=1)]
    """Name of the step."""


StepHandoffDestination: TypeAlias = Annotated[StepDestination | Unknown, Discriminated("type")]
"""Where a conversation is handed on to; `type` says what it is."""


XaiModelName: TypeAlias = Open[
    Literal[
        "grok-2",
        "grok-3",
        "grok-4-fast-non-reasoning",
        "grok-4-fast-reasoning",
        "grok-4.20-0309-non-reasoning",
        "grok-4.20-0309-reasoning",
        "grok-4.3",
        "grok-beta",
    ],
    str,
]
"""Model of xAI."""


FirstMessageMode: TypeAlias = Open[
    Literal[
        "assistant-speaks-first", "assistant-speaks-first-with-model-generated-message", "assistant-waits-for-user"
    ],
    str,
]
"""Who opens the conversation.

- `assistant-speaks-first`: the assistant.
- `assistant-waits-for-user`: the user; the assistant waits.
- `assistant-speaks-first-with-model-generated-message`: the assistant, with a message that the model makes from the
  state of the conversation (`assistant.model.messages` when the call starts, `call.messages` where a squad hands
  the call over).
"""


ClientMessageType: TypeAlias = Open[
    Literal[
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
    ],
    str,
]
"""A message that client SDKs may receive."""


ServerMessageType: TypeAlias = Open[
    Literal[
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
    recording_channels: Annotated[Open[Literal["dual", "mono"], str] | None, Field(alias="recordingChannels")] = None
    """Whether both parties are recorded on one channel or on two."""


TransportConfiguration: TypeAlias = Annotated[TwilioTransport | Unknown, Discriminated("provider")]
"""Settings for a transport provider of calls; `provider` says which."""


class AssistantSettings(Model):
    """What an assistant consists of at the newest age of the API."""

    transcriber: Transcriber | None = None
    """Options of the assistant's transcriber."""
    model: "LanguageModel | None" = None
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
    max_duration_seconds: Annotated[float | None, Field(alias="maxDurationSeconds", ge=10, le=43200)] = None
    """Seconds that the call lasts at most; then it is ended. The default is 10 minutes; at an earlier age of the API
    it was 1800 seconds, about 30 minutes.

    Default: `600`
    """
    background_sound: Annotated[BackgroundSound | None, Field(alias="backgroundSound")] = None
    """Sound in the background of the call. Unless set, it is `office` for phone calls and `off` for web calls."""
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
    """Settings of voicemail detection; `off` turns it off. Twilio's detection is built into the phone line. A
    voicemail tool in `model.tools` is another way, where the model detects voicemail. Use either, both or neither;
    by default Twilio's detection is on and the tool is not there.
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
    artifact_plan: Annotated[ArtifactPlan | None, Field(alias="artifactPlan")] = None
    """Which artifacts the assistant's calls leave. They are stored in `call.artifact`.

    Note: `recordingEnabled` stands at the root for now. It is to move in here; the old place will go on working.
    """
    start_speaking_plan: Annotated[StartSpeakingPlan | None, Field(alias="startSpeakingPlan")] = None
    """When the assistant starts to speak. Worth setting when the assistant

    - is slow to answer after the customer has finished,
    - is too quick to answer after the customer has finished, or
    - is so quick that it interrupts the customer.
    """
    stop_speaking_plan: Annotated[StopSpeakingPlan | None, Field(alias="stopSpeakingPlan")] = None
    """When the assistant stops speaking because the customer interrupts. Worth setting when the assistant

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

    Note: `serverMessages`, `clientMessages`, `serverUrl` and `serverUrlSecret` stand at the root for now. They are
    to move in here; the old places will go on working.
    """
    credential_ids: Annotated[list[str] | None, Field(alias="credentialIds")] = None
    """Ids of stored credentials that the assistant's calls may use. By default they may use all of them; this narrows
    them down.
    """
    server: Server | None = None
    """Where webhooks are sent. The `ServerMessage` schema lists all webhooks and their shapes. The first of these URLs
    that is set counts:

    1. `assistant.server.url`
    2. `phoneNumber.serverUrl`
    3. `org.serverUrl`
    """
    first_message_interruptions_enabled: Annotated[bool | None, Field(alias="firstMessageInterruptionsEnabled")] = None
    """Whether the user may interrupt the first message.

    Default: `false`
    """
    observability_plan: Annotated[ObservabilityPlan | None, Field(alias="observabilityPlan")] = None
    """Service that calls are traced with."""
    hooks: "list[AssistantHook] | None" = None
    """What is done when something happens during a call."""
    compliance_plan: Annotated[CompliancePlan | None, Field(alias="compliancePlan")] = None
    """Which rules for health and card data calls follow."""
    background_speech_denoising_plan: Annotated[
        BackgroundSpeechDenoisingPlan | None, Field(alias="backgroundSpeechDenoisingPlan")
    ] = None
    """How noise and speech from the background are filtered."""
    keypad_input_plan: Annotated[KeypadInputPlan | None, Field(alias="keypadInputPlan")] = None
    """How the caller's key presses are taken in."""
    analysis_plan: Annotated[AnalysisPlan | None, Field(alias="analysisPlan")] = None
    """Deprecated. How the assistant's calls are analysed. The outcome is stored in `call.analysis`."""


class AssistantProperties(AssistantSettings):
    """What an assistant consists of, in requests and in responses."""

    hipaa_enabled: Annotated[bool | None, Field(alias="hipaaEnabled")] = None
    """Deprecated. Keeps logs, recordings and transcriptions from being stored. Your server still receives the
    end-of-call-report message when the call ends, and may store it.

    Default: `false`
    """
    silence_timeout_seconds: Annotated[float | None, Field(alias="silenceTimeoutSeconds", ge=10, le=3600)] = None
    """Deprecated. Seconds of silence after which the call is ended.

    Default: `30`
    """
    background_denoising_enabled: Annotated[bool | None, Field(alias="backgroundDenoisingEnabled")] = None
    """Deprecated. Filters noise and speech from the background while the user talks. Off by default as long as it is
    in beta.

    Default: `false`
    """
    message_plan: Annotated[MessagePlan | None, Field(alias="messagePlan")] = None
    """Deprecated. Fixed messages that the assistant may speak during a call, such as `idleMessages`.

    Note: `firstMessage`, `voicemailMessage` and `endCallMessage` stand at the root for now. They are to move in
    here; the old places will go on working.
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


class ModelProperties(Model):
    """What all language models take."""

    messages: list[OpenAIMessage] | None = None
    """Messages that stand at the start of the conversation, such as the system prompt."""
    tools: "list[Tool] | None" = None
    """Tools that the assistant may use during the call, given in place."""
    tool_ids: Annotated[list[str] | None, Field(alias="toolIds")] = None
    """Ids of stored tools that the assistant may use during the call."""
    knowledge_base: Annotated[KnowledgeBase | None, Field(alias="knowledgeBase")] = None
    """Knowledge base that the model looks things up in, given in place."""
    temperature: Annotated[float | None, Field(ge=0, le=2)] = None
    """Sampling temperature; higher values give more varied answers."""
    max_tokens: Annotated[float | None, Field(alias="maxTokens", ge=50, le=10000)] = None
    """Most tokens that one answer may have."""
    emotion_recognition_enabled: Annotated[bool | None, Field(alias="emotionRecognitionEnabled")] = None
    """Whether the user's emotion is recognised and told to the model."""
    num_fast_turns: Annotated[float | None, Field(alias="numFastTurns", ge=0)] = None
    """Number of turns at the start of the call that a faster model answers."""
    tool_refs: Annotated[list[ToolRef] | None, Field(alias="toolRefs")] = None
    """Stored tools that the assistant may use during the call, each in a given version."""
    knowledge_base_id: Annotated[str | None, Field(alias="knowledgeBaseId")] = None
    """Deprecated. Id of a stored knowledge base."""
    functions: list[InlineFunction] | None = None
    """Deprecated. Functions that the model may call."""


class AnthropicBedrockModel(ModelProperties):
    """Language model of Anthropic on Amazon Bedrock."""

    provider: Literal["anthropic-bedrock"] = constant("anthropic-bedrock")
    """Always `anthropic-bedrock`."""
    model: AnthropicBedrockModelName
    """Name of the model."""
    thinking: AnthropicThinkingConfig | None = None
    """How the model thinks before it answers."""


class AnthropicModel(ModelProperties):
    """Language model of Anthropic."""

    provider: Literal["anthropic"] = constant("anthropic")
    """Always `anthropic`."""
    model: AnthropicModelName
    """Name of the model."""
    thinking: AnthropicThinkingConfig | None = None
    """How the model thinks before it answers."""


class AnyscaleModel(ModelProperties):
    """Language model hosted by Anyscale."""

    provider: Literal["anyscale"] = constant("anyscale")
    """Always `anyscale`."""
    model: str
    """Name of the model."""


class CerebrasModel(ModelProperties):
    """Language model hosted by Cerebras."""

    provider: Literal["cerebras"] = constant("cerebras")
    """Always `cerebras`."""
    model: Open[Literal["llama-3.3-70b", "llama3.1-8b"], str]
    """Name of the model."""


class CustomLLMModel(ModelProperties):
    """Language model on a server of your own."""

    provider: Literal["custom-llm"] = constant("custom-llm")
    """Always `custom-llm`."""
    metadata_send_mode: Annotated[
        Open[Literal["destructured", "off", "variable"], str] | None, Field(alias="metadataSendMode")
    ] = None
    """How metadata of the call is sent along: not at all, as one variable, or spread over the body."""
    url: str
    """URL of the server."""
    model: str
    """Name of the model."""
    headers: dict[str, str] | None = None
    """Headers that are sent along with every request."""
    word_level_confidence_enabled: Annotated[bool | None, Field(alias="wordLevelConfidenceEnabled")] = None
    """Whether the confidence of each word of the transcript is sent along."""
    timeout_seconds: Annotated[float | None, Field(alias="timeoutSeconds", ge=0, le=300)] = None
    """Seconds that the server may take to answer."""


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


class GoogleModel(ModelProperties):
    """Language model of Google."""

    provider: Literal["google"] = constant("google")
    """Always `google`."""
    model: GoogleModelName
    """Name of the model."""
    realtime_config: Annotated[GoogleRealtimeConfig | None, Field(alias="realtimeConfig")] = None
    """Settings of the real-time models."""


class GroqModel(ModelProperties):
    """Language model hosted by Groq."""

    provider: Literal["groq"] = constant("groq")
    """Always `groq`."""
    model: GroqModelName
    """Name of the model."""


class InflectionAIModel(ModelProperties):
    """Language model of Inflection AI."""

    provider: Literal["inflection-ai"] = constant("inflection-ai")
    """Always `inflection-ai`."""
    model: Literal["inflection_3_pi"] = constant("inflection_3_pi")
    """Name of the model."""


class MinimaxModel(ModelProperties):
    """Language model of MiniMax."""

    provider: Literal["minimax"] = constant("minimax")
    """Always `minimax`."""
    model: Literal["MiniMax-M2.7"] = constant("MiniMax-M2.7")
    """Always `MiniMax-M2.7`."""


class OpenAIModel(ModelProperties):
    """Language model of OpenAI."""

    provider: Literal["openai"] = constant("openai")
    """Always `openai`."""
    model: OpenAIModelName
    """Name of the model."""
    fallback_models: Annotated[list[OpenAIModelName] | None, Field(alias="fallbackModels")] = None
    """Models that take over, in this order, when the first one fails."""
    tool_strict_compatibility_mode: Annotated[
        ToolStrictCompatibilityMode | None, Field(alias="toolStrictCompatibilityMode")
    ] = None
    """What is taken out of tool schemas that a strict model would refuse: the parameter that carries an unsupported
    check, or only the check.
    """
    prompt_cache_retention: Annotated[
        Open[Literal["24h", "in_memory"], str] | None, Field(alias="promptCacheRetention")
    ] = None
    """How long OpenAI keeps the prompt in its cache."""
    prompt_cache_key: Annotated[str | None, Field(alias="promptCacheKey", max_length=64)] = None
    """Key that the prompt is cached by."""
    reasoning_effort: Annotated[
        Open[Literal["high", "low", "medium", "minimal", "none", "xhigh"], str] | None, Field(alias="reasoningEffort")
    ] = None
    """How much the model reasons before it answers."""
    semantic_caching_enabled: Annotated[bool | None, Field(alias="semanticCachingEnabled")] = None
    """Deprecated. Whether answers to questions of the same meaning are cached."""


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


class VapiModel(ModelProperties):
    """Conversation laid out as steps or as a workflow and run by Vapi."""

    provider: Literal["vapi"] = constant("vapi")
    """Always `vapi`."""
    workflow_id: Annotated[str | None, Field(alias="workflowId")] = None
    """Id of a stored workflow."""
    workflow: "VapiWorkflow | None" = None
    """Workflow that the conversation follows, given in place."""
    model: str | None = None
    """Name of the model."""
    version: Open[Literal["1", "latest"], str] | None = None
    """Version of the model."""
    steps: "list[Step] | None" = None
    """Deprecated. Steps of the conversation."""
    max_tokens: Annotated[float | None, Field(alias="maxTokens", ge=50, le=10000)] = None
    """Deprecated. Most tokens that one answer may have."""


class XaiModel(ModelProperties):
    """Language model of xAI."""

    provider: Literal["xai"] = constant("xai")
    """Always `xai`."""
    model: XaiModelName
    """Name of the model."""


class CustomerSpeechTimeoutHook(Model):
    """Acts when the customer has been silent for too long."""

    on: Annotated[str, Field(max_length=1000)]
    """Name of the event. The documentation does not list it."""
    do: "list[HookAction]"
    """What is done."""
    options: CustomerSpeechTimeoutOptions | None = None
    """How long, and how often."""
    name: Annotated[str | None, Field(max_length=1000)] = None
    """Name of the hook."""


class AssistantSpeechInterruptedHook(Model):
    """Acts when the assistant's speech is interrupted."""

    on: Literal["assistant.speech.interrupted"] = constant("assistant.speech.interrupted")
    """Always `assistant.speech.interrupted`."""
    do: "list[HookAction]"
    """What is done."""


class CallEndingHook(Model):
    """Acts when the call ends."""

    on: Literal["call.ending"] = constant("call.ending")
    """Always `call.ending`."""
    do: "list[CallEndingHookAction]"
    """What is done."""
    filters: list[HookFilter] | None = None
    """Which calls the hook is for."""


class CustomerSpeechInterruptedHook(Model):
    """Acts when the customer's speech is interrupted."""

    on: Literal["customer.speech.interrupted"] = constant("customer.speech.interrupted")
    """Always `customer.speech.interrupted`."""
    do: "list[HookAction]"
    """What is done."""


class SessionCreatedHook(Model):
    """Acts when a session is created."""

    on: Literal["session.created"] = constant("session.created")
    """Always `session.created`."""
    do: "list[SessionCreatedHookAction]"
    """What is done."""
    name: Annotated[str | None, Field(max_length=1000)] = None
    """Name of the hook."""


class Workflow(Model):
    """A workflow that a conversation follows: nodes and the edges between them."""

    nodes: "list[WorkflowNode]"
    """Nodes of the workflow."""
    model: WorkflowModel | None = None
    """Model of nodes that name none."""
    transcriber: Transcriber | None = None
    """Transcriber of nodes that name none."""
    voice: Voice | None = None
    """Voice of nodes that name none."""
    observability_plan: Annotated[ObservabilityPlan | None, Field(alias="observabilityPlan")] = None
    """Service that calls are traced with."""
    background_sound: Annotated[BackgroundSound | None, Field(alias="backgroundSound")] = None
    """Sound in the background of the call."""
    hooks: "list[WorkflowHook] | None" = None
    """What is done when something happens during a call."""
    credentials: list[Credential] | None = None
    """Dynamic credentials for calls."""
    voicemail_detection: Annotated[VoicemailDetection | None, Field(alias="voicemailDetection")] = None
    """How voicemail is detected; `off` for not at all."""
    max_duration_seconds: Annotated[float | None, Field(alias="maxDurationSeconds", ge=10, le=43200)] = None
    """Seconds that a call lasts at most."""
    name: Annotated[str, Field(max_length=80)]
    """Name of the workflow."""
    edges: list[WorkflowEdge]
    """Edges between the nodes."""
    global_prompt: Annotated[str | None, Field(alias="globalPrompt", max_length=5000)] = None
    """Prompt that holds in every node."""
    server: Server | None = None
    """Where webhooks are sent."""
    compliance_plan: Annotated[CompliancePlan | None, Field(alias="compliancePlan")] = None
    """Which rules for health and card data calls follow."""
    analysis_plan: Annotated[AnalysisPlan | None, Field(alias="analysisPlan")] = None
    """How calls are analysed."""
    artifact_plan: Annotated[ArtifactPlan | None, Field(alias="artifactPlan")] = None
    """Which artifacts calls leave."""
    start_speaking_plan: Annotated[StartSpeakingPlan | None, Field(alias="startSpeakingPlan")] = None
    """When the assistant starts to speak."""
    stop_speaking_plan: Annotated[StopSpeakingPlan | None, Field(alias="stopSpeakingPlan")] = None
    """When the assistant stops speaking."""
    monitor_plan: Annotated[MonitorPlan | None, Field(alias="monitorPlan")] = None
    """How calls are monitored in real time."""
    background_speech_denoising_plan: Annotated[
        BackgroundSpeechDenoisingPlan | None, Field(alias="backgroundSpeechDenoisingPlan")
    ] = None
    """How noise and speech from the background are filtered."""
    credential_ids: Annotated[list[str] | None, Field(alias="credentialIds")] = None
    """Ids of stored credentials that calls may use."""
    keypad_input_plan: Annotated[KeypadInputPlan | None, Field(alias="keypadInputPlan")] = None
    """How the caller's key presses are taken in."""
    voicemail_message: Annotated[str | None, Field(alias="voicemailMessage", max_length=1000)] = None
    """What is said when the call is forwarded to voicemail."""


class SubworkflowNode(Model):
    """Deprecated. A workflow that a conversation follows: nodes and the edges between them."""

    type: Literal["workflow"] = constant("workflow")
    """Always `workflow`."""
    nodes: "list[WorkflowNode]"
    """Nodes of the workflow."""
    name: Annotated[str, Field(max_length=80)]
    """Name of the workflow."""
    edges: list[WorkflowEdge]
    """Edges between the nodes."""


class StoredWorkflow(SubworkflowNode):
    """Deprecated. A stored workflow."""

    id: str
    """Id of the workflow."""
    org_id: Annotated[str, Field(alias="orgId")]
    """Id of the organisation that the workflow belongs to."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the workflow was created."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the workflow was last changed."""


class CallbackStep(Model):
    """Deprecated. Runs a block and comes back to where it was called."""

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
    """Deprecated. Runs a block and hands the conversation on to another step."""

    type: Literal["handoff"] = constant("handoff")
    """Always `handoff`."""
    block: "Block | None" = None
    """Block to run, given in place."""
    destinations: list[StepHandoffDestination] | None = None
    """Steps that the conversation may be handed on to."""
    name: Annotated[str, Field(min_length=1)]
    """Name of the step."""
    block_id: Annotated[str | None, Field(alias="blockId")] = None
    """Id of a stored block."""
    input: dict[str, Any] | None = None
    """Data that the block is given."""


class ToolCallHookAction(Model):
    """Calls a tool."""

    type: Literal["tool"] = constant("tool")
    """Always `tool`."""
    tool: "Tool | None" = None
    """The tool, given in place."""
    tool_id: Annotated[str | None, Field(alias="toolId")] = None
    """Id of a stored tool."""


class HandoffTool(ToolProperties):
    """Hands the call over to another assistant."""

    type: Literal["handoff"] = constant("handoff")
    """Always `handoff`."""
    default_result: Annotated[str | None, Field(alias="defaultResult")] = None
    """What the model is told as the result of the tool call."""
    destinations: "list[HandoffDestination] | None" = None
    """Where the call may be handed over to."""
    function: OpenAIFunction | None = None
    """Function definition that the model sees."""


class ConversationNode(Model):
    """Holds a conversation with the user."""

    type: Literal["conversation"] = constant("conversation")
    """Always `conversation`."""
    model: WorkflowModel | None = None
    """Model of the node."""
    transcriber: Transcriber | None = None
    """Transcriber of the node."""
    voice: Voice | None = None
    """Voice of the node."""
    tools: "list[Tool] | None" = None
    """Tools that the node may use, given in place."""
    tool_ids: Annotated[list[str] | None, Field(alias="toolIds")] = None
    """Ids of stored tools that the node may use."""
    prompt: Annotated[str | None, Field(max_length=5000)] = None
    """Prompt of the node."""
    global_node_plan: Annotated[GlobalNodePlan | None, Field(alias="globalNodePlan")] = None
    """Whether the node may be entered from anywhere."""
    variable_extraction_plan: Annotated[VariableExtractionPlan | None, Field(alias="variableExtractionPlan")] = None
    """Which variables are taken from the conversation."""
    name: Annotated[str, Field(max_length=80)]
    """Name of the node."""
    is_start: Annotated[bool | None, Field(alias="isStart")] = None
    """Whether the workflow starts at this node."""
    metadata: dict[str, Any] | None = None
    """Data of your own to keep with the node."""


class ToolNode(Model):
    """Calls a tool."""

    type: Literal["tool"] = constant("tool")
    """Always `tool`."""
    tool: "Tool | None" = None
    """The tool, given in place."""
    tool_id: Annotated[str | None, Field(alias="toolId")] = None
    """Id of a stored tool."""
    name: Annotated[str, Field(max_length=80)]
    """Name of the node."""
    is_start: Annotated[bool | None, Field(alias="isStart")] = None
    """Whether the workflow starts at this node."""
    metadata: dict[str, Any] | None = None
    """Data of your own to keep with the node."""


class ToolCallBlock(BlockProperties):
    """Deprecated. Calls a tool."""

    type: Literal["tool-call"] = constant("tool-call")
    """Always `tool-call`."""
    tool: "Tool | None" = None
    """The tool, given in place."""
    tool_id: Annotated[str | None, Field(alias="toolId")] = None
    """Id of a stored tool."""


class WorkflowBlock(BlockProperties):
    """Deprecated. Runs further steps."""

    type: Literal["workflow"] = constant("workflow")
    """Always `workflow`."""
    steps: "list[Step] | None" = None
    """The steps."""


class HandoffDestinationAssistant(Model):
    """Hands the call over to another assistant."""

    type: Literal["assistant"] = constant("assistant")
    """Always `assistant`."""
    context_engineering_plan: Annotated[ContextEngineeringPlan | None, Field(alias="contextEngineeringPlan")] = None
    """What the next assistant gets of the conversation so far."""
    assistant_name: Annotated[str | None, Field(alias="assistantName")] = None
    """Name of the assistant."""
    assistant_id: Annotated[str | None, Field(alias="assistantId")] = None
    """Id of a stored assistant."""
    assistant: CreateAssistant | None = None
    """The assistant, given in place."""
    variable_extraction_plan: Annotated[VariableExtractionPlan | None, Field(alias="variableExtractionPlan")] = None
    """Which variables are taken from the conversation so far."""
    assistant_overrides: 'Annotated[AssistantOverrides | None, Field(alias="assistantOverrides")]' = None
    """What replaces the assistant's own settings."""
    description: str | None = None
    """What the destination is for; the model chooses by it."""


class HandoffDestinationSquad(Model):
    """Hands the call over to a squad."""

    type: Literal["squad"] = constant("squad")
    """Always `squad`."""
    context_engineering_plan: Annotated[ContextEngineeringPlan | None, Field(alias="contextEngineeringPlan")] = None
    """What the next assistant gets of the conversation so far."""
    squad_id: Annotated[str | None, Field(alias="squadId")] = None
    """Id of a stored squad."""
    squad: "Squad | None" = None
    """The squad, given in place."""
    entry_assistant_name: Annotated[str | None, Field(alias="entryAssistantName")] = None
    """Name of the assistant of the squad that takes the call."""
    variable_extraction_plan: Annotated[VariableExtractionPlan | None, Field(alias="variableExtractionPlan")] = None
    """Which variables are taken from the conversation so far."""
    squad_overrides: 'Annotated[AssistantOverrides | None, Field(alias="squadOverrides")]' = None
    """What replaces the settings of the squad's assistants."""
    description: str | None = None
    """What the destination is for; the model chooses by it."""


class ModelResponseTimeoutHook(Model):
    """Acts when the model takes too long to answer."""

    on: Literal["model.response.timeout"] = constant("model.response.timeout")
    """Always `model.response.timeout`."""
    do: "list[HookAction]"
    """What is done."""


class AssistantOverrides(AssistantSettings):
    """What replaces an assistant's own settings."""

    tools_append: 'Annotated[list[Tool] | None, Field(alias="tools:append")]' = None
    """Tools that come on top of the assistant's own."""
    variable_values: Annotated[dict[str, Any] | None, Field(alias="variableValues")] = None
    """Values of the variables in messages and prompts, by name."""


class Squad(Model):
    """Assistants that share a call."""

    name: str | None = None
    """Name of the squad."""
    members: "list[SquadMember]"
    """The assistants."""
    members_overrides: Annotated[AssistantOverrides | None, Field(alias="membersOverrides")] = None
    """What replaces the settings of all members."""


class SquadMember(Model):
    """An assistant of a squad."""

    assistant_version: Annotated[str | None, Field(alias="assistantVersion")] = None
    """Version of the stored assistant, or null."""
    assistant_destinations: 'Annotated[list[SquadDestination] | None, Field(alias="assistantDestinations")]' = None
    """Where the assistant may pass the call on to."""
    assistant_id: Annotated[str | None, Field(alias="assistantId")] = None
    """Id of a stored assistant, or null."""
    assistant: CreateAssistant | None = None
    """The assistant, given in place."""
    assistant_overrides: Annotated[AssistantOverrides | None, Field(alias="assistantOverrides")] = None
    """What replaces the assistant's own settings."""


LanguageModel: TypeAlias = Annotated[
    AnthropicBedrockModel
    | AnthropicModel
    | AnyscaleModel
    | CerebrasModel
    | CustomLLMModel
    | DeepInfraModel
    | DeepSeekModel
    | GoogleModel
    | GroqModel
    | InflectionAIModel
    | MinimaxModel
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


AssistantEventHook: TypeAlias = Annotated[
    AssistantSpeechInterruptedHook | CallEndingHook | CustomerSpeechInterruptedHook | SessionCreatedHook | Unknown,
    Discriminated("on"),
]
"""A hook that acts on one certain event; `on` says which."""


AssistantHook: TypeAlias = AssistantEventHook | CustomerSpeechTimeoutHook
"""What is done when something happens during a call; `on` says when. An event that is none of the others' belongs to
`CustomerSpeechTimeoutHook`.
"""


VapiWorkflow: TypeAlias = Workflow | StoredWorkflow
"""A workflow that a conversation follows. One with `type` is of the older shape."""


Step: TypeAlias = Annotated[CallbackStep | HandoffStep | Unknown, Discriminated("type")]
"""A step of a conversation; `type` says what follows it."""


HookAction: TypeAlias = Annotated[
    MessageAddHookAction | SayHookAction | ToolCallHookAction | Unknown, Discriminated("type")
]
"""What a hook does; `type` says which."""


Tool: TypeAlias = Annotated[
    ApiRequestTool
    | BashTool
    | CodeTool
    | ComputerTool
    | DtmfTool
    | EndCallTool
    | FunctionTool
    | GhlTool
    | GoHighLevelCalendarAvailabilityTool
    | GoHighLevelCalendarEventCreateTool
    | GoHighLevelContactCreateTool
    | GoHighLevelContactGetTool
    | GoogleCalendarCheckAvailabilityTool
    | GoogleCalendarCreateEventTool
    | GoogleSheetsRowAppendTool
    | HandoffTool
    | MakeTool
    | McpTool
    | QueryTool
    | SipRequestTool
    | SlackSendMessageTool
    | SmsTool
    | TextEditorTool
    | TransferCallTool
    | VoicemailTool
    | Unknown,
    Discriminated("type"),
]
"""A tool that the assistant may use during a call; `type` says which."""


CallEndingHookAction: TypeAlias = Annotated[MessageAddHookAction | ToolCallHookAction | Unknown, Discriminated("type")]
"""What a hook at the end of a call does; `type` says which."""


SessionCreatedHookAction: TypeAlias = Annotated[ToolCallHookAction | Unknown, Discriminated("type")]
"""What a hook at the start of a session does; `type` says which."""


WorkflowNode: TypeAlias = Annotated[
    ApiRequestNode | ConversationNode | GatherNode | HangupNode | SayNode | SubworkflowNode | ToolNode | Unknown,
    Discriminated("type"),
]
"""A node of a workflow; `type` says what it does."""


WorkflowEventHook: TypeAlias = Annotated[
    AssistantSpeechInterruptedHook
    | CallEndingHook
    | CustomerSpeechInterruptedHook
    | ModelResponseTimeoutHook
    | Unknown,
    Discriminated("on"),
]
"""A hook of a workflow that acts on one certain event; `on` says which."""


WorkflowHook: TypeAlias = WorkflowEventHook | CustomerSpeechTimeoutHook
"""What is done when something happens during a call of a workflow; `on` says when. An event that is none of the
others' belongs to `CustomerSpeechTimeoutHook`.
"""


Block: TypeAlias = Annotated[ConversationBlock | ToolCallBlock | WorkflowBlock | Unknown, Discriminated("type")]
"""A block that a step runs; `type` says which kind."""


HandoffDestination: TypeAlias = Annotated[
    HandoffDestinationAssistant | HandoffDestinationDynamic | HandoffDestinationSquad | Unknown, Discriminated("type")
]
"""Where a call is handed over to; `type` says what it is."""


SquadDestination: TypeAlias = TransferDestinationAssistant | HandoffDestinationAssistant
"""Where a member of a squad may pass a call on to. `type` is `assistant` for both, so that it does not tell them
apart: `message` and `transferMode` belong to a transfer, everything about context, variables, overrides and
assistants by id or in place to a hand-over. A destination with nothing but a name is both.
"""


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
    latest_version: Annotated[str | None, Field(alias="latestVersion")] = None
    """Newest version of the assistant, or null."""
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


class AssistantPinnedConflict(Model):
    """Body of the response when an assistant is pinned and cannot be deleted."""

    error: Literal["assistant_pinned"] = constant("assistant_pinned")
    """Always `assistant_pinned`."""
    message: str
    """What is wrong."""


ConflictError: TypeAlias = Error | AssistantPinnedConflict
"""Body of a response that reports a conflict. The one of a pinned assistant has no `statusCode`."""
