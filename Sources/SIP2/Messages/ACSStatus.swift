/// Message 98, what the library system allows on this line. It may also come in place of any answer.
public struct ACSStatus: Message {
    public var isOnline = false
    public var allowsCheckin = false
    public var allowsCheckout = false
    public var allowsRenewal = false
    public var allowsStatusUpdate = false
    public var allowsOffline = false
    public var timeoutTenths: Int?  // tenths of a second; 999 unknown
    public var retries: Int?  // 999 unknown
    public var sentAt = SIP2Time()
    public var protocolVersion = "2.00"
    public var institution = ""
    public var libraryName: String?
    public var supported: SupportedMessages?
    public var terminalLocation: String?
    public var screenMessages: [String] = []
    public var printLines: [String] = []
    public var notes: [Note] = []

    public static let code = "98"
    public static let layout = Layout<Self>(
        fixed: [
            .flag(\.isOnline),
            .flag(\.allowsCheckin),
            .flag(\.allowsCheckout),
            .flag(\.allowsRenewal),
            .flag(\.allowsStatusUpdate),
            .flag(\.allowsOffline),
            .number(3, \.timeoutTenths),
            .number(3, \.retries),
            .time(\.sentAt),
            .text(4, \.protocolVersion),
        ],
        fields: [
            .text("AO", \.institution),
            .text("AM", \.libraryName),
            .flags("BX", \.supported, isRequired: true),
            .text("AN", \.terminalLocation),
            .texts("AF", \.screenMessages),
            .texts("AG", \.printLines),
        ])

    public init() {}
}
