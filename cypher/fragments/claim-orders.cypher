// The orders of claims.
// @variant FIRST_SAID_DESC key=firstSaidDescending direction=DESC beyond=<
// @variant FIRST_SAID_ASC key=firstSaidAscending direction=ASC beyond=>
// @variant FIRST_PUBLISHED_DESC key=firstPublishedDescending direction=DESC beyond=<
// @variant FIRST_PUBLISHED_ASC key=firstPublishedAscending direction=ASC beyond=>
// @variant RECORDED_DESC key=recordedDescending direction=DESC beyond=<
