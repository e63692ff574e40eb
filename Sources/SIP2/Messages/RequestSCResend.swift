/// Message 96, the library system asks for the last message again.
public struct RequestSCResend: Message {
    public var notes: [Note] = []

    public static let code = "96"
    public static let layout = Layout<Self>()

    public init() {}
}
