/// Message 94, the answer to a login.
public struct LoginResponse: Message {
    public var isAccepted = false
    public var notes: [Note] = []

    public static let code = "94"
    public static let layout = Layout<Self>(
        fixed: [
            .ok(\.isAccepted)
        ])

    public init() {}
}
