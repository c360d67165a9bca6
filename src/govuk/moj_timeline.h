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

Html moj_timeline(MojTimeline const& options);
void append(Html& out, MojTimeline const& options);

}  // namespace doorstep::govuk
