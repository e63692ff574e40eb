/// Message 99, "here I am; how are you?". Also what keeps an idle line open.
public struct SCStatus: Message {
    public var statusCode: Int? = 0  // 0 well, 1 out of paper, 2 shutting down
    public var maxPrintWidth: Int? = 80  // characters
    public var protocolVersion = "2.00"
    public var notes: [Note] = []

    public static let code = "99"
    public static let layout = Layout<Self>(
        fixed: [
            .number(1, \.statusCode),
            .number(3, \.maxPrintWidth),
            .text(4, \.protocolVersion),
        ])

    public init() {}
}
