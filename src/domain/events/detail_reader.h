#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace doorstep::domain::events {

/// Reads the JSON that Detail writes, field by field, without building a document: a chronology reads thirty
/// of them for one page. Points into the text it was given, which must outlive it. What is not such JSON ends
/// the reading early; it never throws.
class DetailReader {
  public:
    explicit DetailReader(std::string_view json);

    /// One plain JSON value as it was written; `empty()` for null and for a value that is not there.
    class Value {
      public:
        Value() = default;
        explicit Value(std::string_view json) : json_(json) {}
        bool empty() const { return json_.empty() || json_ == "null"; }
        bool is_text() const { return json_.starts_with('"'); }
        /// A text without its quotes and escapes; a number or truth value as written.
        std::string text() const;
        /// The text itself where nothing in it is escaped, which spares a copy; nothing otherwise.
        std::optional<std::string_view> simple_text() const;

      private:
        std::string_view json_;
    };

    struct Field {
        std::string_view name;
        bool is_personal = false;
        bool is_change = false;  ///< has `before`, and `value` is what it became
        Value before;
        Value value;
    };
    /// The next field, in the order written; nothing at the end.
    std::optional<Field> next();

  private:
    bool take(char c);
    /// A quoted text with its quotes, or a number or word; an empty view when there is none here.
    std::string_view take_plain();
    bool take_parts(Field& field);
    std::optional<Field> stop();

    std::string_view json_;
    std::size_t at_ = 0;
};

}  // namespace doorstep::domain::events
