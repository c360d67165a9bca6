#include "components/parsed_html.h"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace doorstep::components_tests {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// Runs of whitespace become one space; the ends keep theirs.
std::string collapsed(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (!is_space(c))
            out += c;
        else if (out.empty() || out.back() != ' ')
            out += ' ';
    }
    return out;
}

std::string trimmed(std::string text) {
    if (text.starts_with(' ')) text.erase(0, 1);
    if (text.ends_with(' ')) text.pop_back();
    return text;
}

bool is_text(GumboNode const& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
           node.type == GUMBO_NODE_CDATA;
}

std::string tag_name(GumboElement const& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return {piece.data, piece.length};
}

class Printer {
  public:
    explicit Printer(std::string& out) : out_(out) {}

    void children(GumboVector const& nodes, int depth, bool keeps_space) {
        for (unsigned i = 0; i < nodes.length; ++i) {
            auto const& node = *static_cast<GumboNode const*>(nodes.data[i]);
            if (is_text(node))
                text(node, i == 0, i + 1 == nodes.length, depth, keeps_space);
            else if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE)
                element(node.v.element, depth);
        }
    }

  private:
    void line(int depth, std::string const& words) {
        out_.append(static_cast<std::size_t>(depth) * 2, ' ').append(words).append("\n");
    }

    void text(GumboNode const& node, bool is_first, bool is_last, int depth, bool keeps_space) {
        std::string words = node.v.text.text;
        if (!keeps_space) {
            words = collapsed(words);
            if (trimmed(words).empty()) return;
            if (is_first && words.starts_with(' ')) words.erase(0, 1);
            if (is_last && words.ends_with(' ')) words.pop_back();
        }
        line(depth, "\"" + words + "\"");
    }

    void element(GumboElement const& element, int depth) {
        std::vector<std::string> attributes;
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            auto const& attribute = *static_cast<GumboAttribute const*>(element.attributes.data[i]);
            std::string value = attribute.value;
            if (std::string_view(attribute.name) == "class") value = trimmed(collapsed(value));
            attributes.push_back(std::string(" ") + attribute.name + "=\"" + value + "\"");
        }
        std::sort(attributes.begin(), attributes.end());
        auto const name = tag_name(element);
        std::string opening = "<" + name;
        for (auto const& attribute : attributes) opening += attribute;
        line(depth, opening + ">");
        children(element.children, depth + 1, name == "textarea" || name == "pre");
    }

    std::string& out_;
};

}  // namespace

std::string parsed(std::string_view html) {
    std::string const copy(html);
    GumboOptions options = kGumboDefaultOptions;
    options.fragment_context = GUMBO_TAG_BODY;
    auto const destroy = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
    std::unique_ptr<GumboOutput, decltype(destroy)> const output(
        gumbo_parse_with_options(&options, copy.data(), copy.size()), destroy);
    std::string out;
    Printer(out).children(output->root->v.element.children, 0, false);
    return out;
}

}  // namespace doorstep::components_tests
