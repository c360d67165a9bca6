#pragma once

#include <optional>
#include <string>
#include <vector>

#include "govuk/content.h"
#include "html/html.h"

namespace doorstep::govuk {

struct AccordionItem {
    Content heading;
    Content summary;
    Content content;
    bool expanded = false;
};

/// Sections people open one by one. `id` tells them apart on the page and is remembered by the browser.
struct Accordion {
    std::string id;
    int heading_level = 2;
    std::vector<AccordionItem> items;
    std::optional<bool> remember_expanded;
    std::string hide_all_sections_text;
    std::string hide_section_text;
    std::string hide_section_aria_label_text;
    std::string show_all_sections_text;
    std::string show_section_text;
    std::string show_section_aria_label_text;
    std::string classes;
    Attributes attributes;
};

Html accordion(Accordion const& options);
void append(Html& out, Accordion const& options);

}  // namespace doorstep::govuk
