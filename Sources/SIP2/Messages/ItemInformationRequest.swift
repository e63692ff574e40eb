import Circulation

/// Message 17, "where is this copy?".
public struct ItemInformationRequest: Request {
    public var sentAt = SIP2Time()
    public var institution = ""
    public var item = ItemBarcode("")
    public var terminalPassword: Secret?
    public var notes: [Note] = []

    public static let code = "17"
    public static let layout = Layout<Self>(
        fixed: [
            .time(\.sentAt)
        ],
        fields: [
            .text("AO", \.institution),
            .text("AB", \.item),
            .text("AC", \.terminalPassword),
        ])

    public init() {}
}
