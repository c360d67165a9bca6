#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace doorstep {

/// Markup that is safe to send. The only ways to make one are escaping text, a literal in html/, govuk/ or
/// moj/
/// (`"<p>"_html`), and Html::trusted, whose uses scripts/check_trusted.py lists and limits.
class Html {
  public:
    Html() = default;

    /// Escapes & < > " and '.
    static Html text(std::string_view words);
    /// Only for html/, govuk/ and the Markdown renderer.
    static Html trusted(std::string markup) { return Html(std::move(markup)); }

    Html& operator<<(Html const& more) {
        markup_ += more.markup_;
        return *this;
    }
    /// Text is escaped as it is written.
    Html& operator<<(std::string_view words);
    Html& operator<<(std::string const& words) { return *this << std::string_view(words); }
    Html& operator<<(char const* words) { return *this << std::string_view(words); }
    Html& operator<<(std::integral auto number) {
        markup_ += std::to_string(number);
        return *this;
    }

    bool empty() const { return markup_.empty(); }
    std::string const& markup() const& { return markup_; }
    std::string markup() && { return std::move(markup_); }
    void reserve(std::size_t size) { markup_.reserve(size); }

  private:
    explicit Html(std::string markup) : markup_(std::move(markup)) {}
    friend class MarkupLiteral;
    friend Html& operator<<(Html& html, class MarkupLiteral literal);
    std::string markup_;
};

/// Markup written in the source, made by `_html`.
class MarkupLiteral {
  public:
    consteval MarkupLiteral(char const* text, std::size_t size) : text_(text), size_(size) {}
    std::string_view view() const { return {text_, size_}; }
    operator Html() const { return Html::trusted(std::string(view())); }  // NOLINT: a literal is markup

  private:
    char const* text_;
    std::size_t size_;
};

inline Html& operator<<(Html& html, MarkupLiteral literal) {
    html.markup_ += literal.view();
    return html;
}

consteval MarkupLiteral operator""_html(char const* text, std::size_t size) { return {text, size}; }

/// An attribute written as ` name="value"`, the value escaped. Names are literals.
struct Attribute {
    std::string name;
    std::string value;
};
using Attributes = std::vector<Attribute>;

/// ` name="value"` for each; an empty list writes nothing.
Html attributes(Attributes const& list);

/// Escapes into `out`; faster than building an Html of its own.
void append_escaped(std::string& out, std::string_view words);

}  // namespace doorstep
