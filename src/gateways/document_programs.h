#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// One accessible page becomes a tagged PDF (Chromium) and a word processor's file (pandoc, with rsvg-convert
/// for its pictures). Both programs are optional: without them the page itself can still be printed.
namespace doorstep::gateways {

bool can_make_pdf();
bool can_make_docx();

/// Files that stand beside the page: name and content.
using FilesBeside = std::vector<std::pair<std::string, std::string>>;

/// PDF 1.7 with tags, language, title and an outline of its headings. One is made at a time; each is killed
/// after 30 seconds. GatewayError (unavailable) when it is not installed, fails or takes too long.
std::string pdf_of_page(std::string_view page, FilesBeside const& beside);
/// Office Open XML with heading styles, head rows, captions and words for every picture.
std::string docx_of_page(std::string_view page, FilesBeside const& beside);

}  // namespace doorstep::gateways
