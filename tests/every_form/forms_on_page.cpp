#include "forms_on_page.h"

#include <gumbo.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

namespace doorstep::test {
namespace {

// The parser takes control characters for mistakes and replaces them, where browsers keep them. So each is
// put in as a character of the private use area and taken out again afterwards.
constexpr unsigned private_use = 0xe000;

std::string encoded(unsigned code_point) {
    return {static_cast<char>(0xe0 | (code_point >> 12)),
            static_cast<char>(0x80 | ((code_point >> 6) & 0x3f)),
            static_cast<char>(0x80 | (code_point & 0x3f))};
}

bool is_control(unsigned code_point) {
    bool const is_space = code_point == '\t' || code_point == '\n';
    return (code_point < 0x20 && !is_space) || (code_point >= 0x7f && code_point < 0xa0);
}

std::string with_controls_hidden(std::string_view html) {
    std::string out;
    for (std::size_t n = 0; n < html.size(); ++n) {
        auto const byte = static_cast<unsigned char>(html[n]);
        if (byte < 0x80 && is_control(byte)) {
            out += encoded(private_use + byte);
        } else if (byte == 0xc2 && n + 1 < html.size() && static_cast<unsigned char>(html[n + 1]) < 0xa0) {
            out += encoded(private_use + static_cast<unsigned char>(html[++n]));
        } else if (html.substr(n, 3) == "\xef\xbf\xbe") {
            out += encoded(private_use + 0x100);  // U+FFFE, which is no character
            n += 2;
        } else {
            out += html[n];
        }
    }
    return out;
}

std::string with_controls_shown(std::string text) {
    auto const replace = [&](unsigned code, std::string const& with) {
        auto const hidden = encoded(private_use + code);
        for (std::size_t at = 0; (at = text.find(hidden, at)) != std::string::npos; at += with.size())
            text.replace(at, hidden.size(), with);
    };
    for (unsigned code = 0; code < 0xa0; ++code)
        if (is_control(code))
            replace(code, code < 0x80 ? std::string(1, static_cast<char>(code))
                                      : std::string{'\xc2', static_cast<char>(code)});
    replace(0x100, "\xef\xbf\xbe");
    return text;
}

std::string attribute(GumboElement const& element, char const* name) {
    auto const* found = gumbo_get_attribute(&element.attributes, name);
    return found ? found->value : "";
}
bool has_attribute(GumboElement const& element, char const* name) {
    return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

bool is_words(GumboNode const& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE;
}

std::string words_inside(GumboElement const& element) {
    std::string words;
    for (unsigned n = 0; n < element.children.length; ++n) {
        auto const& child = *static_cast<GumboNode const*>(element.children.data[n]);
        if (is_words(child)) words += child.v.text.text;
    }
    return words;
}

class PageReader {
  public:
    explicit PageReader(std::string const& address) : address_(address) {}
    PageParts parts;

    void read(GumboNode const& node) {
        if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) return;
        auto const& element = node.v.element;
        look_for_foreign(element);
        bool const is_form = element.tag == GUMBO_TAG_FORM;
        if (is_form) open_form(element);
        if (element.tag == GUMBO_TAG_A) link(attribute(element, "href"));
        if (in_form_) field(element);
        for (unsigned n = 0; n < element.children.length; ++n)
            read(*static_cast<GumboNode const*>(element.children.data[n]));
        if (is_form) in_form_ = false;
    }

  private:
    PageForm& form() { return parts.forms.back(); }

    void open_form(GumboElement const& element) {
        auto action = attribute(element, "action");
        if (action.empty()) action = address_;
        parts.forms.push_back({.is_post = attribute(element, "method") == "post",
                               .action = action,
                               .fields = {},
                               .buttons = {}});
        in_form_ = true;
    }

    void link(std::string address) {
        address = address.substr(0, address.find('#'));
        if (address.starts_with('?')) address = address_.substr(0, address_.find('?')) + address;
        if (address.starts_with('/')) parts.links.push_back(address);
    }

    PageField& field_named(std::string const& name, PageField::Kind kind) {
        for (auto& field : form().fields)
            if (field.name == name && field.kind == kind) return field;
        form().fields.push_back(
            {.kind = kind, .name = name, .type = "", .value = "", .choices = {}, .chosen = {}, .at_most = 0});
        return form().fields.back();
    }

    void choice(GumboElement const& element, std::string const& name, PageField::Kind kind) {
        auto& field = field_named(name, kind);
        auto const value = attribute(element, "value");
        field.choices.push_back(value);
        if (has_attribute(element, "checked")) field.chosen.push_back(value);
    }

    void input(GumboElement const& element, std::string const& name) {
        auto const type = attribute(element, "type");
        auto const value = attribute(element, "value");
        if (type == "radio") return choice(element, name, PageField::Kind::choice);
        if (type == "checkbox") return choice(element, name, PageField::Kind::boxes);
        if (type == "submit") return;
        auto kind = PageField::Kind::line;
        if (type == "hidden") kind = PageField::Kind::hidden;
        if (type == "file") kind = PageField::Kind::file;
        if (type == "password") kind = PageField::Kind::password;
        if (attribute(element, "inputmode") == "numeric") kind = PageField::Kind::number;
        auto& field = field_named(name, kind);
        field.type = type;
        field.value = with_controls_shown(value);
    }

    void list(GumboElement const& element, std::string const& name) {
        auto& field = field_named(name, PageField::Kind::list);
        for (unsigned n = 0; n < element.children.length; ++n) {
            auto const& child = *static_cast<GumboNode const*>(element.children.data[n]);
            if (child.type != GUMBO_NODE_ELEMENT || child.v.element.tag != GUMBO_TAG_OPTION) continue;
            auto const value = attribute(child.v.element, "value");
            field.choices.push_back(value);
            if (has_attribute(child.v.element, "selected")) field.chosen.push_back(value);
        }
    }

    void field(GumboElement const& element) {
        auto const name = attribute(element, "name");
        if (auto const limit = attribute(element, "data-maxlength"); !limit.empty())
            limit_ = std::stoi(limit);
        if (element.tag == GUMBO_TAG_BUTTON && attribute(element, "type") != "button")
            form().buttons.push_back({name, attribute(element, "value")});
        if (name.empty()) return;
        if (element.tag == GUMBO_TAG_INPUT) return input(element, name);
        if (element.tag == GUMBO_TAG_SELECT) return list(element, name);
        if (element.tag == GUMBO_TAG_TEXTAREA) {
            auto& made = field_named(name, PageField::Kind::area);
            made.value = with_controls_shown(words_inside(element));
            made.at_most = std::exchange(limit_, 0);
        }
    }

    /// Handlers, addresses that run, and elements that none of our pages is made of.
    void look_for_foreign(GumboElement const& element) {
        for (unsigned n = 0; n < element.attributes.length; ++n) {
            auto const& one = *static_cast<GumboAttribute const*>(element.attributes.data[n]);
            std::string const name = one.name;
            std::string value = one.value;
            std::transform(value.begin(), value.end(), value.begin(), ::tolower);
            if (name.starts_with("on")) parts.foreign.push_back(name + "=" + value);
            if ((name == "href" || name == "src" || name == "action") &&
                (value.find("script:") != std::string::npos || value.starts_with("data:text")))
                parts.foreign.push_back(name + "=" + value);
            if (name == "style") parts.foreign.push_back(name + "=" + value);
        }
        static constexpr GumboTag never[] = {
            GUMBO_TAG_IFRAME, GUMBO_TAG_PLAINTEXT, GUMBO_TAG_MARQUEE, GUMBO_TAG_OBJECT,   GUMBO_TAG_EMBED,
            GUMBO_TAG_MATH,   GUMBO_TAG_BASE,      GUMBO_TAG_XMP,     GUMBO_TAG_FRAMESET, GUMBO_TAG_BGSOUND};
        for (auto const tag : never)
            if (element.tag == tag) parts.foreign.push_back(gumbo_normalized_tagname(tag));
        // Our own pictures: files, and the square code of the second step.
        auto const source = attribute(element, "src");
        if (element.tag == GUMBO_TAG_IMG && !source.starts_with("/") && !source.starts_with("data:image/"))
            parts.foreign.push_back("img " + source);
        if (element.tag == GUMBO_TAG_SCRIPT && words_inside(element).find("alert") != std::string::npos)
            parts.foreign.push_back("script " + words_inside(element));
    }

    std::string address_;
    bool in_form_ = false;
    int limit_ = 0;
};

}  // namespace

PageField const* PageForm::find(std::string_view name) const {
    for (auto const& field : fields)
        if (field.name == name) return &field;
    return nullptr;
}

PageParts parts_of_page(std::string_view html, std::string const& address) {
    auto options = kGumboDefaultOptions;
    auto const page = with_controls_hidden(html);
    std::unique_ptr<GumboOutput, std::function<void(GumboOutput*)>> const tree(
        gumbo_parse_with_options(&options, page.data(), page.size()),
        [&](GumboOutput* output) { gumbo_destroy_output(&options, output); });
    PageReader reader(address);
    reader.read(*tree->root);
    return std::move(reader.parts);
}

}  // namespace doorstep::test
