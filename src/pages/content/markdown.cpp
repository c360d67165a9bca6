#include "pages/content/markdown.h"

#include <cmark.h>

#include <algorithm>
#include <memory>

#include "base/assert.h"
#include "base/text.h"
#include "pages/page.h"

namespace doorstep::pages::content {
namespace {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

std::string_view literal_of(cmark_node* node) {
    auto const* text = cmark_node_get_literal(node);
    return text ? std::string_view(text) : std::string_view();
}

bool is_tight_item(cmark_node* paragraph) {
    auto* item = cmark_node_parent(paragraph);
    auto* list = item ? cmark_node_parent(item) : nullptr;
    return list && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0;
}

class Renderer {
  public:
    explicit Renderer(MarkdownOptions const& options) : options_(options) {}

    Html render(cmark_node* root) {
        std::unique_ptr<cmark_iter, FreeIterator> const iterator(cmark_iter_new(root));
        for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iterator.get())) {
            auto* node = cmark_iter_get_node(iterator.get());
            bool const entering = event == CMARK_EVENT_ENTER;
            if (entering && (put_block(node) || names_what_is_empty(node))) {
                cmark_iter_reset(iterator.get(), node, CMARK_EVENT_EXIT);
                continue;
            }
            put(node, entering);
        }
        return Html::trusted(std::move(out_));
    }

  private:
    void put(cmark_node* node, bool entering) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_HEADING:
                return heading(node, entering);
            case CMARK_NODE_PARAGRAPH:
                if (!is_tight_item(node)) out_ += entering ? "<p class=\"govuk-body\">" : "</p>\n";
                return;
            case CMARK_NODE_LIST:
                return list(node, entering);
            case CMARK_NODE_ITEM:
                out_ += entering ? "<li>" : "</li>\n";
                return;
            case CMARK_NODE_BLOCK_QUOTE:
                out_ += entering ? "<div class=\"govuk-inset-text\">" : "</div>\n";
                return;
            case CMARK_NODE_CODE_BLOCK:
            case CMARK_NODE_HTML_BLOCK:
                out_ += "<p class=\"govuk-body\">";
                append_escaped(out_, literal_of(node));
                out_ += "</p>\n";
                return;
            case CMARK_NODE_THEMATIC_BREAK:
                out_ +=
                    "<hr class=\"govuk-section-break govuk-section-break--m "
                    "govuk-section-break--visible\">\n";
                return;
            case CMARK_NODE_TEXT:
                return text_with_fields(literal_of(node));
            case CMARK_NODE_CODE:
            case CMARK_NODE_HTML_INLINE:
                return append_escaped(out_, literal_of(node));
            case CMARK_NODE_SOFTBREAK:
                out_ += '\n';
                return;
            case CMARK_NODE_LINEBREAK:
                out_ += "<br>\n";
                return;
            case CMARK_NODE_EMPH:
                out_ += entering ? "<em>" : "</em>";
                return;
            case CMARK_NODE_STRONG:
                out_ += entering ? "<strong>" : "</strong>";
                return;
            case CMARK_NODE_LINK:
                return link(node, entering);
            default:
                return;
        }
    }

    void heading(cmark_node* node, bool entering) {
        static constexpr char const* sizes[] = {"l", "m", "s"};
        int const level = std::clamp(cmark_node_get_heading_level(node) + options_.lower_headings_by, 1, 6);
        auto const tag = "h" + std::to_string(level);
        out_ += entering ? "<" + tag + " class=\"govuk-heading-" + sizes[std::min(level, 3) - 1] + "\">"
                         : "</" + tag + ">\n";
    }

    void list(cmark_node* node, bool entering) {
        bool const ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        if (entering)
            out_ += ordered ? "<ol class=\"govuk-list govuk-list--number\">\n"
                            : "<ul class=\"govuk-list govuk-list--bullet\">\n";
        else
            out_ += ordered ? "</ol>\n" : "</ul>\n";
    }

    void link(cmark_node* node, bool entering) {
        auto const address = address_of(node);
        if (address.empty()) return;
        if (!entering) {
            out_ += "</a>";
            return;
        }
        out_ += "<a class=\"govuk-link\" href=\"";
        append_escaped(out_, address);
        out_ += address.starts_with("http") ? "\" rel=\"noreferrer\">" : "\">";
    }

    /// Empty for one we do not link to.
    std::string address_of(cmark_node* node) const {
        std::string const address = cmark_node_get_url(node);
        if (address.starts_with('/'))
            return address.starts_with("//") ? std::string() : href_in(options_.language, address);
        for (auto const* scheme : {"https://", "mailto:", "tel:"})
            if (address.starts_with(scheme)) return address;
        return {};
    }

    void text_with_fields(std::string_view words) {
        while (true) {
            auto const open = words.find("{{");
            auto const close = open == std::string_view::npos ? open : words.find("}}", open);
            if (close == std::string_view::npos) return append_escaped(out_, words);
            append_escaped(out_, words.substr(0, open));
            auto const field = options_.fields.find(words.substr(open + 2, close - open - 2));
            append_escaped(out_, field == options_.fields.end() ? words.substr(open, close + 2 - open)
                                                                : std::string_view(field->second));
            words.remove_prefix(close + 2);
        }
    }

    /// "E-mail: {{email}}" of a landlord without one: the line is left out.
    bool names_what_is_empty(cmark_node* node) const {
        if (cmark_node_get_type(node) != CMARK_NODE_ITEM) return false;
        auto* paragraph = cmark_node_first_child(node);
        for (auto* child = paragraph ? cmark_node_first_child(paragraph) : nullptr; child;
             child = cmark_node_next(child)) {
            if (cmark_node_get_type(child) != CMARK_NODE_TEXT) continue;
            auto const words = literal_of(child);
            auto const open = words.find("{{");
            auto const close = open == std::string_view::npos ? open : words.find("}}", open);
            if (close == std::string_view::npos) continue;
            auto const field = options_.fields.find(words.substr(open + 2, close - open - 2));
            return field != options_.fields.end() && field->second.empty();
        }
        return false;
    }

    /// True when the paragraph is nothing but the name of a block.
    bool put_block(cmark_node* node) {
        if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH) return false;
        auto* child = cmark_node_first_child(node);
        if (!child || cmark_node_next(child) || cmark_node_get_type(child) != CMARK_NODE_TEXT) return false;
        auto const words = literal_of(child);
        if (!words.starts_with("{{") || !words.ends_with("}}")) return false;
        auto const block = options_.blocks.find(words.substr(2, words.size() - 4));
        if (block == options_.blocks.end()) return false;
        out_ += block->second.markup();
        return true;
    }

    MarkdownOptions const& options_;
    std::string out_;
};

}  // namespace

Html markdown(std::string_view source, MarkdownOptions const& options) {
    std::unique_ptr<cmark_node, FreeNode> const root(
        cmark_parse_document(source.data(), source.size(), CMARK_OPT_VALIDATE_UTF8));
    cmark_consolidate_text_nodes(root.get());
    return Renderer(options).render(root.get());
}

Document document(std::string_view source, MarkdownOptions const& options) {
    DOORSTEP_ASSERT(source.starts_with("# "), "a page of words begins with its title");
    auto const line_end = std::min(source.find('\n'), source.size());
    return {.title = std::string(text::trim(source.substr(2, line_end - 2))),
            .body = markdown(source.substr(line_end), options)};
}

}  // namespace doorstep::pages::content
