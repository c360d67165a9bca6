#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/strong_id.h"

namespace doorstep::domain::events {

/// What an event keeps of a change, as JSON in the order written:
///   {"method":"telephone","summary":{"p":"what was
///   said"},"owner":{"b":"...","a":"..."},"name":{"pb":"...","pa":"..."}}
/// "p" marks something personal; "b" and "a" are before and after. Removing the personal values gives the
/// redacted form.
class Detail {
  public:
    /// A fact that may be shown and counted for ever.
    template <class T>
    Detail& set(std::string_view field, T const& value) {
        return add(field, plain(value));
    }
    /// A fact about a person, or words somebody typed: removed by redaction.
    template <class T>
    Detail& personal(std::string_view field, T const& value) {
        return add(field, R"({"p":)" + plain(value) + "}");
    }
    /// Written only when it differs.
    template <class T>
    Detail& change(std::string_view field, T const& before, T const& after) {
        if (before == after) return *this;
        return add(field, R"({"b":)" + plain(before) + R"(,"a":)" + plain(after) + "}");
    }
    template <class T>
    Detail& personal_change(std::string_view field, T const& before, T const& after) {
        if (before == after) return *this;
        return add(field, R"({"pb":)" + plain(before) + R"(,"pa":)" + plain(after) + "}");
    }

    std::string json() const { return body_.empty() ? "{}" : "{" + body_ + "}"; }
    bool empty() const { return body_.empty(); }

  private:
    Detail& add(std::string_view field, std::string value_json);
    static std::string quoted(std::string_view text);

    static std::string plain(std::string_view text) { return quoted(text); }
    static std::string plain(std::string const& text) { return quoted(text); }
    static std::string plain(char const* text) { return quoted(text); }
    static std::string plain(bool value) { return value ? "true" : "false"; }
    template <std::integral I>
    requires(!std::same_as<I, bool>) static std::string plain(I value) { return std::to_string(value); }
    static std::string plain(Date value) { return quoted(value.iso()); }
    template <class Tag>
    static std::string plain(StrongId<Tag> const& id) {
        return quoted(id.text());
    }
    template <NamedEnum E>
    static std::string plain(E value) {
        return quoted(name_of(value));
    }
    template <class T>
    static std::string plain(std::optional<T> const& value) {
        return value ? plain(*value) : "null";
    }

    std::string body_;
};

/// The redacted form of a Detail's JSON: every "p", "pb" and "pa" becomes null. Throws when it is not such
/// JSON.
std::string redact(std::string_view detail_json);

}  // namespace doorstep::domain::events
