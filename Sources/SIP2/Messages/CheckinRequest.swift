import Circulation

/// Message 09, "this item is back".
public struct CheckinRequest: Request {
    public var noBlock = false
    public var sentAt = SIP2Time()
    public var returnedAt = SIP2Time()  // when it really came back
    public var currentLocation = ""
    public var institution = ""
    public var item = ItemBarcode("")
    public var terminalPassword: Secret?
    public var itemProperties: String?
    public var isCancel: Bool?
    public var notes: [Note] = []

    public static let code = "09"
    public static let layout = Layout<Self>(
        fixed: [
            .flag(\.noBlock),
            .time(\.sentAt),
            .time(\.returnedAt),
        ],
        fields: [
            .text("AP", \.currentLocation),
            .text("AO", \.institution),
            .text("AB", \.item),
            .text("AC", \.terminalPassword, isRequired: true),
            .text("CH", \.itemProperties),
            .flag("BI", \.isCancel),
        ])

    public init() {}
}

extension CheckinRequest {
    /// - Parameter returnedAt: When the item really came back; now, if nil.
    public init(_ item: ItemBarcode, at now: LocalTime, returnedAt: LocalTime? = nil) {
        self.init()
        self.item = item
        sentAt = SIP2Time(now)
        self.returnedAt = SIP2Time(returnedAt ?? now)
    }
}
