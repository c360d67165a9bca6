#pragma once

#include <string>
#include <vector>

#include "govuk/content.h"
#include "html/html.h"

namespace doorstep::govuk {

/// A moment for machines ("2026-11-14T17:05:00+00:00") and for people ("14 November 2026 at 5:05pm").
struct MojTimelineMoment {
    std::string timestamp;
    std::string words;
};

struct MojTimelineItem {
    /// What happened.
    Content label;
    /// Who did it; "by" is written before it.
    Content byline;
    MojTimelineMoment datetime;
    std::string text;
    Html html;
    std::string classes;
    Attributes attributes;
};

/// MoJ Timeline: what happened, newest first.
struct MojTimeline {
    std::vector<MojTimelineItem> items;
    int heading_level = 2;
    std::string by = "by";
    std::string classes;
    Attributes attributes;
};

/// The same written item by item, every part straight into the page, for long chronologies: nothing is built
/// to be copied. The functions are given the page to write to.
class MojTimelineWriter {
  public:
    MojTimelineWriter(Html& out, int heading_level, std::string_view by = "by");
    template <class Label, class Byline, class Description>
    void item(Label label, Byline byline, MojTimelineMoment const& moment, Description description) {
        open_item({}, {});
        label(out_);
        open_byline();
        byline(out_);
        close_byline();
        open_description(moment);
        description(out_);
        close_item();
    }
    /// After the last item.
    void end();

  private:
    friend void append(Html& out, MojTimeline const& options);
    void open(std::string_view classes, Attributes const& list);
    void open_item(std::string_view classes, Attributes const& list);
    void open_byline();
    void close_byline();
    void no_byline();
    void write_moment(MojTimelineMoment const& moment);
    void open_description(MojTimelineMoment const& moment);
    void close_item();
    struct Parts {};
    MojTimelineWriter(Html& out, int heading_level, std::string_view by, Parts)
        : out_(out), heading_level_(heading_level), by_(by) {}
    Html& out_;
    int heading_level_;
    std::string_view by_;
};

Html moj_timeline(MojTimeline const& options);
void append(Html& out, MojTimeline const& options);

}  // namespace doorstep::govuk
